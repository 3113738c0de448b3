package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.option.StudyOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.TextTable;
import org.driftscope.cli.output.Warnings;
import org.driftscope.crossbar.circuit.CircuitNotes;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.sweep.LocalThreads;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.experiment.sweep.TrialExecutor;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.cluster.Cluster;
import org.driftscope.io.cluster.SparkHandover;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.LifeTable;
import org.driftscope.report.RefusedTrials;
import org.driftscope.report.StudyFolder;
import org.driftscope.report.StudyInputs;
import org.driftscope.report.StudyTables;
import org.driftscope.report.TrialGroup;
import org.driftscope.support.OutputPlaces;
import picocli.CommandLine.Mixin;

/** A command that runs sweeps and writes their folders. */
abstract class SweepCommand extends CliCommand {
    @Mixin
    StudyOptions options;

    @Mixin
    OutputOptions output;

    /** The JSON document of a study: one entry a sweep. */
    record Report(List<SweepReport> sweeps, List<String> warnings, Provenance provenance) {}

    /** @param computed trials run now; the others came from the archive @param refused sentences */
    record SweepReport(String name, int trials, int computed, List<List<String>> summary, List<String> refused) {
        static SweepReport of(FinishedSweep finished, Spread spread) {
            List<SweepRunner.Finished> trials = finished.trials();
            int computed = (int) trials.stream().filter(t -> !t.remembered()).count();
            List<List<String>> summary = StudyTables.summary(TrialGroup.of(trials), spread);
            return new SweepReport(finished.sweep().name(), trials.size(), computed, summary, finished.refusals());
        }
    }

    /** Runs here, or hands the whole command over where a cluster's classes are needed and missing. */
    @Override
    public final Integer call() {
        String master = options.spark;
        if (master != null && Cluster.here().isEmpty()) {
            List<String> arguments =
                    command.root().commandLine().getParseResult().originalArgs();
            return SparkHandover.run(SparkHandover.command(master, arguments, System.getenv(), Path.of("")), cancel());
        }
        return compute();
    }

    /** What the command does. @return the exit code */
    abstract int compute();

    /** What else should be known of what was asked for, in sentences. */
    List<String> remarks() {
        return List.of();
    }

    /**
     * Runs the sweeps on opened files.
     *
     * @return the exit code
     * @throws org.driftscope.support.DriftscopeException if no trial could be run at all
     */
    final int run(BenchFiles files, OpenedBench opened, List<Sweep> sweeps) {
        Spread spread = options.bars.spread();
        Warnings warnings = new Warnings(err(), opened.notes());
        remarks().forEach(warnings::add);
        sweeps.stream()
                .flatMap(sweep -> sweep.trials().stream())
                .flatMap(trial -> CircuitNotes.of(trial.spec().chip().crossbar().circuit()).stream())
                .distinct()
                .forEach(warnings::add);
        StudyInputs source = StudyInputs.of(opened.workbench());
        List<FinishedSweep> finished = new ArrayList<>();
        OutputPlaces.requireFolder(options.out);
        try (RunArchive archive = RunArchive.open(options.archive());
                TrialExecutor executor = executor(files, opened)) {
            SweepRunner runner = new SweepRunner(opened.workbench(), archive, options.fresh, executor);
            for (Sweep sweep : sweeps) {
                RefusedTrials refused = new RefusedTrials();
                List<SweepRunner.Finished> trials = runner.run(sweep, refused, output.progress(err()), cancel());
                finished.add(new FinishedSweep(sweep, trials, refused.all()));
            }
        }
        FinishedSweep.requireAny(finished);
        List<SweepReport> reports =
                finished.stream().map(sweep -> SweepReport.of(sweep, spread)).toList();
        StudyFolder.write(files, sweeps.get(0).name(), finished, source, spread, options.out);
        if (output.json) {
            Json.print(out(), new Report(reports, warnings.all(), source.provenance()));
        } else {
            reports.forEach(this::print);
            List<TrialGroup> groups = FinishedSweep.groups(finished);
            LifeTable.of(groups).ifPresent(this::print);
            StudyTables.readsNote(groups).ifPresent(out()::println);
            out().println("Figures, tables and the experiment file are in " + options.out);
        }
        return reports.stream().allMatch(report -> report.refused().isEmpty()) ? ExitCodes.OK : ExitCodes.INCOMPLETE;
    }

    private TrialExecutor executor(BenchFiles files, OpenedBench opened) {
        String master = options.spark;
        return master == null
                ? new LocalThreads(opened.workbench())
                : Cluster.here().orElseThrow().connect(master, files, opened.workbench());
    }

    private void print(SweepReport report) {
        PrintWriter out = out();
        out.printf(
                Locale.ROOT,
                report.trials() == 1 ? "%s: %d trial, %d computed now%n" : "%s: %d trials, %d computed now%n",
                report.name(),
                report.trials(),
                report.computed());
        TextTable table = new TextTable(report.summary().get(0).toArray(new String[0]));
        report.summary().stream().skip(1).forEach(row -> table.row(row.toArray(new String[0])));
        table.print(out);
        report.refused().forEach(out::println);
        out.println();
    }

    private void print(FigureTable service) {
        TextTable table = new TextTable(service.columns().toArray(new String[0]));
        service.rows().forEach(row -> table.row(row.toArray(new String[0])));
        table.print(out());
        out().println();
    }
}
