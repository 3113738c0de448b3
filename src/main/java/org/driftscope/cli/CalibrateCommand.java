package org.driftscope.cli;

import java.nio.file.Path;
import java.util.List;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.BenchOptions;
import org.driftscope.cli.option.CalibrationOptions;
import org.driftscope.cli.option.ChipOptions;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.CalibrationReport;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Warnings;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.GradientNeed;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Service;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.Fit;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.SavedAdapters;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.support.CancelToken;
import org.driftscope.support.OutputPlaces;
import org.driftscope.support.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drifts a model, fits adapters on a few unlabelled images, and scores what came back. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Drift a model, fit adapters on a few unlabelled images, score what came back.")
final class CalibrateCommand extends CliCommand {
    @Mixin
    BenchOptions bench;

    @Option(
            names = "--calibration",
            paramLabel = "CAL",
            description = "Images to draw the calibration samples from; labels are not looked at. Not needed with"
                    + " --statistics.")
    @Nullable
    Path calibrationImages;

    @Mixin
    ChipOptions chip;

    @Mixin
    CalibrationOptions calibration;

    @Option(
            names = "--save-floats",
            description =
                    "Save factors of few bits as floats, in PEFT's names, which other programs read (default: packed,"
                            + " with their scales).")
    boolean saveFloats;

    @Option(names = "--save", paramLabel = "ADAPTERS", description = "Save the adapters as a safetensors file.")
    @Nullable
    Path save;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        List<StatisticsChoice> statistics = calibration.statistics();
        requireEnough(statistics.isEmpty());
        ExperimentSpec spec = new ExperimentSpec(
                chip.spec(DemoCommand.RELATIVE_DRIFT),
                chip.layers(),
                calibration.layers(),
                calibration.spec(statistics));
        if (save != null) {
            OutputPlaces.requireFile(save);
        }
        try (OpenedBench opened = open(statistics)) {
            Warnings warnings = new Warnings(err(), opened.notes());
            chip.missing().ifPresent(warnings::add);
            warnings.ifOutside(spec.chip());
            CalibrationReport report =
                    bench.images == null ? unscored(opened, spec, warnings) : scored(opened, spec, warnings);
            report.print(out(), output.json);
        }
        return ExitCodes.OK;
    }

    private void requireEnough(boolean fromImages) {
        if (fromImages && calibrationImages == null) {
            throw misused("Give --calibration=CAL, or --statistics=FILE to calibrate without images.");
        }
        if (bench.images == null && (fromImages || calibrationImages != null)) {
            throw misused(
                    "Missing required option: '--images=DATA'. It may be left out only with --statistics and without"
                            + " --calibration.");
        }
    }

    private OpenedBench open(List<StatisticsChoice> statistics) {
        return bench.images == null
                ? BenchFiles.openWithoutImages(bench.model, statistics, output.threads())
                : bench.files(calibrationImages).withStatistics(statistics).open(output.threads());
    }

    private CalibrationReport scored(OpenedBench opened, ExperimentSpec spec, Warnings warnings) {
        Workbench workbench = opened.workbench();
        GradientNeed.require(workbench.network(), spec.calibration());
        Progress progress = output.progress(err());
        CancelToken cancel = cancel();
        warnings.ifDoubtful(workbench.clean(progress, cancel), workbench);
        ExperimentRunner.Outcome outcome = ExperimentRunner.run(workbench, spec, progress, cancel);
        save(workbench, spec, outcome.chip(), outcome.result().service());
        return CalibrationReport.of(
                spec, outcome.result(), source(opened, spec), warnings.all(), Provenance.of(workbench));
    }

    private CalibrationReport unscored(OpenedBench opened, ExperimentSpec spec, Warnings warnings) {
        Workbench workbench = opened.workbench();
        Fit fit = ExperimentRunner.fit(workbench, spec, output.progress(err()), cancel());
        save(workbench, spec, fit.correction().chip(), fit.service());
        return CalibrationReport.unscored(spec, fit, source(opened, spec), warnings.all(), Provenance.of(workbench));
    }

    private void save(Workbench workbench, ExperimentSpec spec, CalibratedChip calibrated, Service service) {
        if (save != null) {
            ExperimentSpec fitted = spec.withChip(spec.chip().withAge(service.last()));
            SavedAdapters.save(save, workbench.network(), fitted, calibrated, saveFloats);
        }
    }

    /** The file that the statistics came from, or null where they came from calibration images. */
    private static CalibrationReport.@Nullable Statistics source(OpenedBench opened, ExperimentSpec spec) {
        boolean fromFile =
                !opened.statistics().isEmpty() && !spec.calibration().method().needsImages();
        return fromFile ? CalibrationReport.Statistics.of(opened.statistics().get(0)) : null;
    }
}
