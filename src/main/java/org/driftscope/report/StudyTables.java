package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumn.Form;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.figure.export.MeanInterval;

/** A study's numbers: one row a trial, and one row a group of chips with means and what spreads around them. */
public final class StudyTables {
    /** The column before the numbers. */
    static final String NOTES = "notes";

    private StudyTables() {}

    /** One row a trial, in the order of the grid; of one that was refused without numbers, and with why among its notes. */
    public static FigureTable trials(FinishedSweep finished) {
        List<String> settings = settings(finished.sweep().trials());
        List<String> columns = new ArrayList<>(settings);
        columns.add(NOTES);
        TrialColumns.all().stream().map(TrialColumn::name).forEach(columns::add);
        Map<Integer, List<String>> rows = new TreeMap<>();
        finished.trials().forEach(trial -> rows.put(trial.index(), row(settings, trial)));
        finished.refused().forEach(trial -> rows.put(trial.index(), row(settings, trial)));
        return new FigureTable(columns, List.copyOf(rows.values()));
    }

    private static List<String> row(List<String> settings, SweepRunner.Refused trial) {
        List<String> cells = cells(settings, trial.trial());
        cells.add("Refused: " + trial.why());
        TrialColumns.all().forEach(none -> cells.add(""));
        return cells;
    }

    private static List<String> cells(List<String> settings, Sweep.Trial trial) {
        List<String> cells = new ArrayList<>();
        settings.forEach(name -> cells.add(String.valueOf(trial.values().getOrDefault(name, ""))));
        return cells;
    }

    private static List<String> row(List<String> settings, SweepRunner.Finished trial) {
        List<String> cells = cells(settings, trial.trial());
        TrialOutcome outcome = trial.outcome();
        cells.add(outcome.notes());
        TrialColumns.all().forEach(column -> cells.add(FigureTable.cell(outcome.number(column.name()))));
        return cells;
    }

    /** All swept settings, by name. */
    private static List<String> settings(List<Sweep.Trial> trials) {
        Set<String> names = new TreeSet<>();
        trials.forEach(trial -> names.addAll(trial.values().keySet()));
        return List.copyOf(names);
    }

    /** One row a group of chips: means of shares in percent with their "±", empty for a single chip. */
    public static FigureTable groups(List<TrialGroup> groups, Spread spread) {
        List<String> columns = new ArrayList<>(List.of("trial", "method", "chips"));
        for (TrialColumn column : means(groups)) {
            columns.add(column.name() + (isShare(column) ? " (%)" : ""));
            if (isShare(column)) {
                columns.add(column.name() + " \u00B1 " + spread.word());
            }
        }
        return new FigureTable(
                columns,
                groups.stream()
                        .map(group -> groupRow(group, spread, means(groups)))
                        .toList());
    }

    private static List<String> groupRow(TrialGroup group, Spread spread, List<TrialColumn> means) {
        List<String> cells = new ArrayList<>(List.of(
                name(group), group.method(), Integer.toString(group.trials().size())));
        for (TrialColumn column : means) {
            cells.add(FigureTable.measured(group.mean(column)));
            if (isShare(column)) {
                cells.add(FigureTable.measured(spread.of(group.summary(column))));
            }
        }
        return cells;
    }

    private static List<TrialColumn> means(List<TrialGroup> groups) {
        return TrialColumns.all().stream()
                .filter(column ->
                        column.brief() || column.equals(TrialColumns.RRAM_WRITES) || isOfReads(column, groups))
                .toList();
    }

    /** Those for tables with little room, and how reads differ where chips were read several times. */
    private static List<TrialColumn> brief(List<TrialGroup> groups) {
        return TrialColumns.all().stream()
                .filter(column -> column.brief() || isOfReads(column, groups))
                .toList();
    }

    private static boolean isOfReads(TrialColumn column, List<TrialGroup> groups) {
        return column.form() == Form.POINTS
                && groups.stream()
                        .flatMap(group -> group.trials().stream())
                        .anyMatch(trial -> trial.outcome().numbers().containsKey(column.name()));
    }

    /** Shares are scored on each chip anew, so they come with what spreads around them. */
    private static boolean isShare(TrialColumn column) {
        return column.form() == Form.SHARE;
    }

    private static String name(TrialGroup group) {
        return group.values().isEmpty() ? "all" : group.words();
    }

    /** Groups with means over chips, for a terminal: header first. */
    public static List<List<String>> summary(List<TrialGroup> groups, Spread spread) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("trial", "chips"));
        for (TrialColumn column : brief(groups)) {
            header.add(column.label().toLowerCase(Locale.ROOT));
            if (isShare(column)) {
                header.add("+/- " + spread.word());
            }
        }
        rows.add(header);
        groups.forEach(group -> rows.add(summary(group, spread, brief(groups))));
        return rows;
    }

    private static List<String> summary(TrialGroup group, Spread spread, List<TrialColumn> brief) {
        List<String> cells = new ArrayList<>(
                List.of(name(group), Integer.toString(group.trials().size())));
        for (TrialColumn column : brief) {
            cells.add(column.text(group.mean(column)));
            if (isShare(column)) {
                cells.add(half(group.summary(column), spread));
            }
        }
        return cells;
    }

    /** Means over chips, with what the figures show as bars, as a LaTeX table. */
    public static LatexTable latex(String study, List<TrialGroup> groups, Spread spread) {
        List<String> columns = new ArrayList<>(List.of("trial"));
        brief(groups)
                .forEach(column ->
                        columns.add(column.label().toLowerCase(Locale.ROOT).replace("%", "(%)")));
        List<List<LatexTable.Cell>> rows = groups.stream()
                .map(group -> latex(group, spread, brief(groups)))
                .toList();
        String chips = TrialGroup.chips(groups);
        String over = chips.equals("1") ? " of 1 chip." : ", mean ± " + spread.words() + " over " + chips + " chips.";
        String reads = readsNote(groups).map(note -> " " + note).orElse("");
        return new LatexTable("Study " + study + ": top-1 accuracy" + over + reads, columns, rows);
    }

    /** What is to be known of a "±" over chips that are read with noise; empty where there is none. */
    public static Optional<String> readsNote(List<TrialGroup> groups) {
        Set<Integer> reads = new TreeSet<>();
        groups.stream()
                .flatMap(group -> group.trials().stream())
                .map(one -> one.trial().spec())
                .filter(spec -> spec.chip().hasReadNoise())
                .forEach(spec -> reads.add(spec.readsOfAChip()));
        boolean several = !TrialGroup.chips(groups).equals("1");
        if (reads.equals(Set.of(1))) {
            return several
                    ? Optional.of("Each chip is read once: the spread over chips holds what differs from read to read"
                            + " (\"" + MethodSetting.READS.id() + "\" tells them apart).")
                    : Optional.empty();
        }
        return reads.isEmpty()
                ? Optional.empty()
                : Optional.of("Each chip's accuracy is the mean over "
                        + reads.stream().map(String::valueOf).collect(Collectors.joining(" or "))
                        + " reads; their standard deviation stands apart"
                        + (several ? ", its mean over the chips." : "."));
    }

    private static List<LatexTable.Cell> latex(TrialGroup group, Spread spread, List<TrialColumn> brief) {
        List<LatexTable.Cell> cells = new ArrayList<>(List.of(new LatexTable.Text(name(group))));
        for (TrialColumn column : brief) {
            cells.add(
                    isShare(column)
                            ? new LatexTable.Mean(mean(group.summary(column), spread), 1)
                            : new LatexTable.Text(column.text(group.mean(column))));
        }
        return cells;
    }

    private static MeanInterval mean(AccuracySummary summary, Spread spread) {
        return new MeanInterval(summary.mean(), spread.of(summary));
    }

    private static String half(AccuracySummary summary, Spread spread) {
        return summary.count() > 1 ? decimal(spread.of(summary)) : "n/a";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
