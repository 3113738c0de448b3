package org.driftscope.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.cli.option.CalibrationOptions;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cost.CostAssumptions;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.report.CostFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a built-in study. */
@Command(
        name = "study",
        mixinStandardHelpOptions = true,
        description = "Run a built-in study, on the bundled sample unless a model is given.")
final class StudyCommand extends SweepCommand {
    @Parameters(
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    String name;

    @Option(names = "--model", paramLabel = "MODEL", description = "ONNX file.")
    @Nullable
    Path model;

    @Option(names = "--images", paramLabel = "DATA", description = "Labelled images to score with.")
    @Nullable
    Path images;

    @Option(names = "--calibration", paramLabel = "CAL", description = "Images to calibrate on.")
    @Nullable
    Path calibrationImages;

    @Option(names = "--preprocess", paramLabel = "P", description = "A preset; default: what the data suggests.")
    @Nullable
    String preprocess;

    @Option(names = "--limit", paramLabel = "N", description = "Use a random sample of N images, always the same.")
    int limit;

    @Option(names = "--seeds", paramLabel = "N", description = "Number of chips (default: 5).")
    int seeds = 5;

    @Mixin
    ChipOptions chip;

    @Mixin
    CalibrationOptions calibration;

    @Override
    List<String> remarks() {
        return chip.missing().stream().toList();
    }

    @Override
    int compute() {
        List<StatisticsChoice> statistics = calibration.statistics();
        if (name.equals("images") && !statistics.isEmpty()) {
            throw misused("The study of images varies their number, but --statistics replaces them: leave it out.");
        }
        BenchFiles files = files(statistics).withStatistics(statistics);
        ExperimentSpec base = base(statistics);
        if (name.equals(Studies.COST)) {
            CostFolder.write(OnnxReader.read(files.model()), base, CostAssumptions.defaults(), options.out);
            out().println("The cost tables are in " + options.out);
            return ExitCodes.OK;
        }
        try (OpenedBench opened = files.open(output.threads())) {
            List<Sweep> sweeps = Studies.of(name, opened.workbench().network(), base, seeds);
            return run(files, opened, sweeps);
        }
    }

    private ExperimentSpec base(List<StatisticsChoice> statistics) {
        if (model == null) {
            chip.onOffOtherwise(DemoCommand.ON_OFF_RATIO);
        }
        return new ExperimentSpec(
                chip.spec(DemoCommand.RELATIVE_DRIFT),
                chip.layers(),
                calibration.layers(),
                calibration.spec(statistics));
    }

    private BenchFiles files(List<StatisticsChoice> statistics) {
        if (model == null) {
            return BundledSample.find().withLimit(limit);
        }
        if (images == null || calibrationImages == null && statistics.isEmpty()) {
            throw misused("--model needs --images, and --calibration or --statistics, as well.");
        }
        PreprocessingChoice.Request request = new PreprocessingChoice.Request(preprocess, null, List.of(), List.of());
        return new BenchFiles(model, images, calibrationImages, request, limit);
    }

    /** The studies' names, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Studies.QUESTIONS.keySet().stream(), Stream.of(Studies.COST))
                    .iterator();
        }
    }
}
