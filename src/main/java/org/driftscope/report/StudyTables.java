package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.figure.export.MeanInterval;

/** A study's numbers: one row a trial, and one row a group of chips with means and what spreads around them. */
public final class StudyTables {
    /** Columns of an outcome, the last ones of a table of trials. */
    static final List<String> OUTCOME = List.of(
            "images",
            "cleanTop1",
            "driftedTop1",
            "calibratedTop1",
            "updatedParameters",
            "updatedPercent",
            "sramBits",
            "rramWrites",
            "calibrationSeconds");

    private StudyTables() {}

    /** One row a trial, in the order of the grid; of one that was refused without numbers, and with why among its notes. */
    public static FigureTable trials(FinishedSweep finished) {
        List<String> settings = settings(finished.sweep().trials());
        List<String> columns = new ArrayList<>(settings);
        columns.add("notes");
        columns.addAll(OUTCOME);
        Map<Integer, List<String>> rows = new TreeMap<>();
        finished.trials().forEach(trial -> rows.put(trial.index(), row(settings, trial)));
        finished.refused().forEach(trial -> rows.put(trial.index(), row(settings, trial)));
        return new FigureTable(columns, List.copyOf(rows.values()));
    }

    private static List<String> row(List<String> settings, SweepRunner.Refused trial) {
        List<String> cells = cells(settings, trial.trial());
        cells.add("Refused: " + trial.why());
        OUTCOME.forEach(none -> cells.add(""));
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
        cells.add(Integer.toString(outcome.images()));
        cells.add(FigureTable.cell(outcome.cleanTop1()));
        cells.add(FigureTable.cell(outcome.driftedTop1()));
        cells.add(FigureTable.cell(outcome.calibratedTop1()));
        cells.add(Long.toString(outcome.updatedParameters()));
        cells.add(FigureTable.cell(outcome.updatedPercent()));
        cells.add(Long.toString(outcome.sramBits()));
        cells.add(Long.toString(outcome.rramWrites()));
        cells.add(FigureTable.cell(outcome.calibrationSeconds()));
        return cells;
    }

    /** All swept settings, by name. */
    private static List<String> settings(List<Sweep.Trial> trials) {
        Set<String> names = new TreeSet<>();
        trials.forEach(trial -> names.addAll(trial.values().keySet()));
        return List.copyOf(names);
    }

    /** One row a group of chips: means in percent with their "±", empty for a single chip. */
    public static FigureTable groups(List<TrialGroup> groups, Spread spread) {
        List<String> columns = List.of(
                "trial",
                "method",
                "chips",
                "driftedTop1 (%)",
                "driftedTop1 \u00B1 " + spread.word(),
                "calibratedTop1 (%)",
                "calibratedTop1 \u00B1 " + spread.word(),
                "updatedPercent",
                "rramWrites");
        return new FigureTable(
                columns, groups.stream().map(group -> groupRow(group, spread)).toList());
    }

    private static List<String> groupRow(TrialGroup group, Spread spread) {
        return List.of(
                name(group),
                group.method(),
                Integer.toString(group.trials().size()),
                FigureTable.measured(group.drifted().mean()),
                FigureTable.measured(spread.of(group.drifted())),
                FigureTable.measured(group.calibrated().mean()),
                FigureTable.measured(spread.of(group.calibrated())),
                FigureTable.measured(group.updatedPercent()),
                Long.toString(group.trials().get(0).outcome().rramWrites()));
    }

    private static String name(TrialGroup group) {
        return group.values().isEmpty() ? "all" : group.words();
    }

    /** Groups with means over chips, for a terminal: header first. */
    public static List<List<String>> summary(List<TrialGroup> groups, Spread spread) {
        List<List<String>> rows = new ArrayList<>();
        String half = "+/- " + spread.word();
        rows.add(List.of("trial", "chips", "drifted %", half, "calibrated %", half, "updated %"));
        for (TrialGroup group : groups) {
            rows.add(List.of(
                    name(group),
                    Integer.toString(group.trials().size()),
                    decimal(group.drifted().mean()),
                    half(group.drifted(), spread),
                    decimal(group.calibrated().mean()),
                    half(group.calibrated(), spread),
                    String.format(Locale.ROOT, "%.2f", group.updatedPercent())));
        }
        return rows;
    }

    /** Means over chips, with what the figures show as bars, as a LaTeX table. */
    public static LatexTable latex(String study, List<TrialGroup> groups, Spread spread) {
        List<List<LatexTable.Cell>> rows = groups.stream()
                .map(group -> List.<LatexTable.Cell>of(
                        new LatexTable.Text(name(group)),
                        new LatexTable.Mean(mean(group.drifted(), spread), 1),
                        new LatexTable.Mean(mean(group.calibrated(), spread), 1),
                        new LatexTable.Text(String.format(Locale.ROOT, "%.2f", group.updatedPercent()))))
                .toList();
        String chips = TrialGroup.chips(groups);
        String over = chips.equals("1") ? " of 1 chip." : ", mean ± " + spread.words() + " over " + chips + " chips.";
        String caption = "Study " + study + ": top-1 accuracy" + over;
        return new LatexTable(caption, List.of("trial", "drifted (%)", "calibrated (%)", "updated (%)"), rows);
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
