package org.driftscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.BenchOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Json;
import org.driftscope.cli.output.Numbers;
import org.driftscope.cli.output.TextTable;
import org.driftscope.cli.output.Warnings;
import org.driftscope.experiment.FactoryStatistics;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.files.Hashes;
import org.driftscope.io.safetensors.StatisticsFile;
import org.driftscope.support.CancelToken;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gathers at the factory what calibration in the field needs, into a file beside the model. */
@Command(
        name = "statistics",
        mixinStandardHelpOptions = true,
        description =
                "Gather a model's layer statistics into a file, so that calibration in the field needs no images.")
final class StatisticsCommand extends CliCommand {
    @Mixin
    BenchOptions bench;

    @Option(names = "--samples", paramLabel = "N", description = "Images to gather over, unlabelled (default: 300).")
    int samples = 300;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: MODEL.statistics.safetensors beside the model).")
    @Nullable
    Path out;

    @Mixin
    OutputOptions output;

    /** The command's JSON document. @param outputFisher whether allocated ranks and sparse can use the file */
    record Report(
            String file,
            String sha256,
            long bytes,
            int images,
            boolean outputFisher,
            List<Layer> layers,
            String preprocessing,
            List<String> warnings,
            Provenance provenance) {}

    /** One layer. @param rows inputs of a group */
    record Layer(String name, int rows, int groups, long patches) {}

    @Override
    public Integer call() {
        PrintWriter err = err();
        if (out != null) {
            OutputPlaces.requireFile(out);
        }
        try (OpenedBench opened = bench.open(output.threads(), null)) {
            Warnings warnings = new Warnings(err, opened.notes());
            Report report = run(opened.workbench(), warnings, output.progress(err));
            if (output.json) {
                Json.print(out(), report);
            } else {
                print(report);
            }
        }
        return ExitCodes.OK;
    }

    private Report run(Workbench workbench, Warnings warnings, Progress progress) {
        CancelToken cancel = cancel();
        FactoryStatistics statistics = FactoryStatistics.gather(workbench, samples, progress, cancel);
        try {
            statistics = statistics.withFisher(workbench.calibrations().fisher(progress, cancel));
        } catch (ModelFormatException noGradient) {
            warnings.add("The file has no output Fisher, so allocated, sparse and --most-affected cannot use it: "
                    + noGradient.userMessage());
        }
        Path file = out == null ? StatisticsFile.beside(bench.model) : out;
        Provenance provenance = Provenance.of(workbench);
        StatisticsFile.save(file, workbench.network(), statistics, provenance);
        return new Report(
                file.toString(),
                Hashes.sha256(file),
                size(file),
                samples,
                !statistics.fisher().isEmpty(),
                statistics.layers().values().stream()
                        .map(StatisticsCommand::layer)
                        .toList(),
                workbench.preprocessing().name(),
                warnings.all(),
                provenance);
    }

    private static Layer layer(LayerStatistics layer) {
        return new Layer(layer.layer(), layer.rows(), layer.groups(), layer.patches());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Report report) {
        PrintWriter to = out();
        TextTable table = new TextTable("layer", "inputs", "groups", "patches");
        for (Layer layer : report.layers()) {
            table.row(
                    layer.name(),
                    Numbers.count(layer.rows()),
                    Integer.toString(layer.groups()),
                    Numbers.count(layer.patches()));
        }
        table.print(to);
        to.printf(
                Locale.ROOT,
                "%s: %s, statistics of %d images%s%n",
                report.file(),
                Numbers.bytes(report.bytes()),
                report.images(),
                report.outputFisher() ? ", with output Fisher" : "");
    }
}
