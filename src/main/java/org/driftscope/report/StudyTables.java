package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.LatexTable;
import org.driftscope.figure.export.MeanInterval;

/** A study's numbers: one row a trial, and one row a group of chips with mean and 95 % interval. */
public final class StudyTables {
    private StudyTables() {}

    /** One row a trial. */
    public static FigureTable trials(List<SweepRunner.Finished> trials) {
        List<String> settings = settings(trials);
        List<String> columns = new ArrayList<>(settings);
        columns.addAll(List.of(
                "images",
                "cleanTop1",
                "driftedTop1",
                "calibratedTop1",
                "updatedParameters",
                "updatedPercent",
                "sramBits",
                "rramWrites",
                "calibrationSeconds",
                "notes"));
        return new FigureTable(
                columns, trials.stream().map(trial -> row(settings, trial)).toList());
    }

    private static List<String> row(List<String> settings, SweepRunner.Finished trial) {
        List<String> cells = new ArrayList<>();
        settings.forEach(name -> cells.add(String.valueOf(trial.trial().values().getOrDefault(name, ""))));
        TrialOutcome outcome = trial.outcome();
        cells.add(Integer.toString(outcome.images()));
        cells.add(FigureTable.cell(outcome.cleanTop1()));
        cells.add(FigureTable.cell(outcome.driftedTop1()));
        cells.add(FigureTable.cell(outcome.calibratedTop1()));
        cells.add(Long.toString(outcome.updatedParameters()));
        cells.add(FigureTable.cell(outcome.updatedPercent()));
        cells.add(Long.toString(outcome.sramBits()));
        cells.add(Long.toString(outcome.rramWrites()));
        cells.add(FigureTable.cell(outcome.calibrationSeconds()));
        cells.add(outcome.notes());
        return cells;
    }

    /** All swept settings, by name. */
    private static List<String> settings(List<SweepRunner.Finished> trials) {
        Set<String> names = new TreeSet<>();
        trials.forEach(trial -> names.addAll(trial.trial().values().keySet()));
        return List.copyOf(names);
    }

    /** Groups with mean and 95 % interval over chips, for a terminal: header first. */
    public static List<List<String>> summary(List<TrialGroup> groups) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("trial", "chips", "drifted %", "+/-95 %", "calibrated %", "+/-95 %", "updated %"));
        for (TrialGroup group : groups) {
            rows.add(List.of(
                    group.values().isEmpty() ? "all" : group.words(),
                    Integer.toString(group.trials().size()),
                    decimal(group.drifted().mean()),
                    half(group.drifted()),
                    decimal(group.calibrated().mean()),
                    half(group.calibrated()),
                    String.format(Locale.ROOT, "%.2f", group.updatedPercent())));
        }
        return rows;
    }

    /** The same as a LaTeX table. */
    public static LatexTable latex(String caption, List<TrialGroup> groups) {
        List<List<LatexTable.Cell>> rows = groups.stream()
                .map(group -> List.<LatexTable.Cell>of(
                        new LatexTable.Text(group.values().isEmpty() ? "all" : group.words()),
                        new LatexTable.Mean(interval(group.drifted()), 1),
                        new LatexTable.Mean(interval(group.calibrated()), 1),
                        new LatexTable.Text(String.format(Locale.ROOT, "%.2f", group.updatedPercent()))))
                .toList();
        return new LatexTable(caption, List.of("trial", "drifted (%)", "calibrated (%)", "updated (%)"), rows);
    }

    private static MeanInterval interval(AccuracySummary summary) {
        double half = summary.count() > 1 ? summary.interval95().high() - summary.mean() : 0;
        return new MeanInterval(summary.mean(), half);
    }

    private static String half(AccuracySummary summary) {
        return summary.count() > 1 ? decimal(summary.interval95().high() - summary.mean()) : "n/a";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
