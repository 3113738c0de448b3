package org.driftscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.BenchOptions;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ConverterReport;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.Numbers;
import org.driftscope.cli.output.TextTable;
import org.driftscope.cli.output.Warnings;
import org.driftscope.crossbar.circuit.CircuitSpec;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.ReadSpread;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.SavedAdapters;
import org.driftscope.network.LayerChange;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a model on labelled images: clean, after drift, or after drift with saved adapters. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Score a model on labelled images: clean, drifted, or drifted with saved adapters.")
final class EvaluateCommand extends CliCommand {
    @Mixin
    BenchOptions bench;

    @Mixin
    ChipOptions chip;

    @Option(
            names = "--calibration",
            paramLabel = "CAL",
            description =
                    "Images that calibration would draw from. Where they are the same file or folder, the fifth that"
                            + " is set apart for it is not scored, as with calibrate.")
    @Nullable
    Path calibration;

    @Option(names = "--adapters", paramLabel = "FILE", description = "Apply adapters saved by calibrate --save.")
    @Nullable
    Path adapters;

    @Option(
            names = "--reads",
            paramLabel = "N",
            description =
                    "With read noise, read the chip N times and say how accuracy differs from read to read; how chips"
                            + " differ is not in it (default: 1).")
    int reads = 1;

    @Option(names = "--layers", split = ",", paramLabel = "NAME", description = "The same as --drift-layers.")
    void layers(List<String> names) {
        chip.drifting(names);
    }

    @Mixin
    OutputOptions output;

    /** The command's JSON document; cleanTop1, seed and what the chip is only where drift is asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            int images,
            double top1,
            double standardError,
            double top5,
            @Nullable Double cleanTop1,
            @Nullable Long seed,
            @Nullable Double relativeDrift,
            @Nullable String device,
            @Nullable Double age,
            @Nullable Map<String, Double> circuit,
            @Nullable List<String> perLayer,
            @Nullable List<ConverterReport> converters,
            @Nullable Reads reads,
            double secondsPerPass,
            String preprocessing,
            List<String> warnings,
            Provenance provenance) {}

    /**
     * How accuracy differs from read to read of the one chip.
     *
     * @param standardDeviation over the reads; how chips differ is not in it
     * @param top1 of each read, that of the whole report first
     */
    record Reads(int count, double mean, double standardDeviation, List<Double> top1) {
        static Reads of(ReadSpread spread) {
            return new Reads(spread.reads(), spread.mean(), spread.standardDeviation(), spread.top1());
        }
    }

    @Override
    public Integer call() {
        if (adapters != null && !chip.drifts()) {
            throw misused("--adapters needs --drift, or --device and --age, and --seed.");
        }
        ChipSpec spec = chip.spec(0);
        if (reads != 1 && (reads < 2 || !spec.hasReadNoise())) {
            String allowed = spec.hasReadNoise() ? "1 or more" : "1 where there is no read noise: all reads are alike";
            throw new SpecException("--reads", reads, allowed);
        }
        PrintWriter err = err();
        try (OpenedBench opened = bench.open(output.threads(), calibration)) {
            Warnings warnings = new Warnings(err, opened.notes());
            chip.missing().ifPresent(warnings::add);
            Report report = run(opened.workbench(), spec, warnings, output.progress(err));
            if (output.json) {
                Json.print(out(), report);
            } else {
                print(report);
            }
        }
        return ExitCodes.OK;
    }

    private Report run(Workbench workbench, ChipSpec spec, Warnings warnings, Progress progress) {
        CancelToken cancel = cancel();
        boolean drifts = chip.drifts();
        boolean ages = spec.ages();
        long start = System.nanoTime();
        Accuracy clean = workbench.clean(progress, cancel);
        double seconds = (System.nanoTime() - start) / 1e9;
        warnings.ifDoubtful(clean, workbench);
        warnings.ifOutside(spec);
        Accuracy scored = clean;
        Reads again = null;
        if (drifts) {
            Map<String, LayerChange> changes = changes(workbench, spec, warnings, cancel);
            start = System.nanoTime();
            scored = workbench.evaluate(changes, progress, cancel);
            seconds = (System.nanoTime() - start) / 1e9;
            again = reads == 1
                    ? null
                    : Reads.of(workbench.reads(workbench.network(), changes, scored, reads, progress, cancel));
        }
        return new Report(
                scored.images(),
                scored.top1(),
                scored.standardError(),
                scored.top5(),
                drifts ? clean.top1() : null,
                drifts ? chip.seed() : null,
                chip.drift().orElse(null),
                spec.driftIsSet() ? null : spec.drift().id(),
                ages ? spec.secondsSinceProgramming() : null,
                circuit(spec),
                spec.perLayer().isEmpty() ? null : spec.perLayer().texts(),
                converters(workbench, spec, cancel),
                again,
                seconds,
                workbench.preprocessing().name(),
                warnings.all(),
                Provenance.of(workbench));
    }

    /** Null where all are ideal. */
    private @Nullable List<ConverterReport> converters(Workbench workbench, ChipSpec spec, CancelToken cancel) {
        if (!spec.hasConverters()) {
            return null;
        }
        List<String> layers = chip.layers().in(workbench.network());
        return ConverterReport.of(workbench.partialSums(spec, workbench.chip(spec, layers, cancel), layers, cancel));
    }

    private static @Nullable Map<String, Double> circuit(ChipSpec spec) {
        CircuitSpec circuit = spec.crossbar().circuit();
        Map<String, Double> named = new LinkedHashMap<>();
        circuit.forEach((setting, value) -> named.put(setting.id(), value));
        return named.isEmpty() ? null : named;
    }

    private Map<String, LayerChange> changes(
            Workbench workbench, ChipSpec spec, Warnings warnings, CancelToken cancel) {
        List<String> layers = chip.layers().in(workbench.network());
        if (adapters == null) {
            return workbench.chip(spec, layers, cancel).changes();
        }
        SavedAdapters.Applied applied = SavedAdapters.apply(
                adapters, workbench.network(), spec, chip.layers(), asked -> workbench.chip(asked, layers, cancel));
        warnings.ifKept(applied.fittedAt(), spec);
        return applied.changes();
    }

    private void print(Report report) {
        PrintWriter out = out();
        TextTable table = new TextTable("", "top-1 %", "+/- s.e.", "top-5 %");
        if (report.cleanTop1() != null) {
            table.row("clean", Numbers.percent(report.cleanTop1()), "", "");
        }
        String name = adapters != null ? "drifted, with adapters" : chip.drifts() ? "drifted" : "clean";
        table.row(
                name,
                Numbers.percent(report.top1()),
                Numbers.percent(report.standardError()),
                Numbers.percent(report.top5()));
        table.print(out);
        out.printf(Locale.ROOT, "%d images, %s s a pass%n", report.images(), Numbers.seconds(report.secondsPerPass()));
        Reads again = report.reads();
        if (again != null) {
            out.printf(
                    Locale.ROOT,
                    "%d reads of this chip: mean %s %%, standard deviation %.2f over the reads (how chips differ is not in"
                            + " it); the table has the first%n",
                    again.count(),
                    Numbers.percent(again.mean()),
                    100 * again.standardDeviation());
        }
        List<ConverterReport> converters = report.converters();
        if (converters != null) {
            ConverterReport.print(out, converters);
        }
    }
}
