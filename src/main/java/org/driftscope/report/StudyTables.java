package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.figure.export.MeanInterval;

/** A study's numbers: one row a trial, and one row a group of chips with mean and 95 % interval. */
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

    /** One row a trial. */
    public static FigureTable trials(List<SweepRunner.Finished> trials) {
        List<String> settings = settings(trials);
        List<String> columns = new ArrayList<>(settings);
        columns.add("notes");
        columns.addAll(OUTCOME);
        return new FigureTable(
                columns, trials.stream().map(trial -> row(settings, trial)).toList());
    }

    private static List<String> row(List<String> settings, SweepRunner.Finished trial) {
        List<String> cells = new ArrayList<>();
        settings.forEach(name -> cells.add(String.valueOf(trial.trial().values().getOrDefault(name, ""))));
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
    private static List<String> settings(List<SweepRunner.Finished> trials) {
        Set<String> names = new TreeSet<>();
        trials.forEach(trial -> names.addAll(trial.trial().values().keySet()));
        return List.copyOf(names);
    }

    /** One row a group of chips: means in percent with half their 95 % intervals, empty for a single chip. */
    public static FigureTable groups(List<TrialGroup> groups) {
        List<String> columns = List.of(
                "trial",
                "method",
                "chips",
                "driftedTop1 (%)",
                "driftedTop1 half 95 % interval",
                "calibratedTop1 (%)",
                "calibratedTop1 half 95 % interval",
                "updatedPercent",
                "rramWrites");
        return new FigureTable(
                columns, groups.stream().map(StudyTables::groupRow).toList());
    }

    private static List<String> groupRow(TrialGroup group) {
        return List.of(
                name(group),
                group.method(),
                Integer.toString(group.trials().size()),
                FigureTable.measured(group.drifted().mean()),
                FigureTable.measured(interval(group.drifted()).halfWidth()),
                FigureTable.measured(group.calibrated().mean()),
                FigureTable.measured(interval(group.calibrated()).halfWidth()),
                FigureTable.measured(group.updatedPercent()),
                Long.toString(group.trials().get(0).outcome().rramWrites()));
    }

    private static String name(TrialGroup group) {
        return group.values().isEmpty() ? "all" : group.words();
    }

    /** Groups with mean and 95 % interval over chips, for a terminal: header first. */
    public static List<List<String>> summary(List<TrialGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("trial", "chips", "drifted %", "+/-95 %", "calibrated %", "+/-95 %", "updated %"));
        for (TrialGroup group : groups) {
            rows.add(List.of(
                    name(group),
                    Integer.toString(group.trials().size()),
                    decimal(group.drifted().mean()),
                    half(group.drifted()),
                    decimal(group.calibrated().mean()),
                    half(group.calibrated()),
                    String.format(Locale.ROOT, "%.2f", group.updatedPercent())));
        }
        return rows;
    }

    /** Means and standard deviations over chips, as the figures show them, as a LaTeX table. */
    public static LatexTable latex(String study, List<TrialGroup> groups) {
        List<List<LatexTable.Cell>> rows = groups.stream()
                .map(group -> List.<LatexTable.Cell>of(
                        new LatexTable.Text(name(group)),
                        new LatexTable.Mean(deviation(group.drifted()), 1),
                        new LatexTable.Mean(deviation(group.calibrated()), 1),
                        new LatexTable.Text(String.format(Locale.ROOT, "%.2f", group.updatedPercent()))))
                .toList();
        String caption = "Study " + study + ": top-1 accuracy, mean ± standard deviation over " + chips(groups) + ".";
        return new LatexTable(caption, List.of("trial", "drifted (%)", "calibrated (%)", "updated (%)"), rows);
    }

    private static String chips(List<TrialGroup> groups) {
        List<Integer> counts = groups.stream()
                .map(group -> group.trials().size())
                .distinct()
                .sorted()
                .toList();
        String words = counts.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return words + (counts.equals(List.of(1)) ? " chip" : " chips");
    }

    private static MeanInterval deviation(AccuracySummary summary) {
        return new MeanInterval(summary.mean(), summary.standardDeviation());
    }

    private static MeanInterval interval(AccuracySummary summary) {
        double half = summary.count() > 1 ? summary.interval95().high() - summary.mean() : Double.NaN;
        return new MeanInterval(summary.mean(), half);
    }

    private static String half(AccuracySummary summary) {
        return summary.count() > 1 ? decimal(summary.interval95().high() - summary.mean()) : "n/a";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
