package org.driftscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.io.bench.OpenedBench;
import org.driftscope.io.bench.SavedAdapters;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Drifts a model, fits adapters on a few unlabelled images, and scores what came back. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Drift a model, fit adapters on a few unlabelled images, score what came back.")
final class CalibrateCommand implements Callable<Integer> {
    @Spec
    CommandSpec command;

    @Mixin
    BenchOptions bench;

    @Option(
            names = "--calibration",
            paramLabel = "CAL",
            required = true,
            description = "Images to draw the calibration samples from; labels are not looked at.")
    Path calibrationImages;

    @Mixin
    ChipOptions chip;

    @Mixin
    CalibrationOptions calibration;

    @Option(names = "--save", paramLabel = "ADAPTERS", description = "Save the adapters as a safetensors file.")
    @Nullable
    Path save;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        ExperimentSpec spec = new ExperimentSpec(
                chip.spec(DemoCommand.RELATIVE_DRIFT), chip.layers(), calibration.layers(), calibration.spec());
        PrintWriter err = command.commandLine().getErr();
        try (OpenedBench opened = bench.open(output.threads(), calibrationImages)) {
            Warnings warnings = new Warnings(err, opened.notes());
            Workbench workbench = opened.workbench();
            CancelToken cancel = Interrupts.token(command);
            warnings.ifNearChance(workbench.clean(output.progress(err), cancel), workbench);
            ExperimentRunner.Outcome outcome = ExperimentRunner.run(workbench, spec, output.progress(err), cancel);
            if (save != null) {
                SavedAdapters.save(save, workbench.network(), spec, outcome.chip());
            }
            CalibrationReport report =
                    CalibrationReport.of(spec, outcome.result(), warnings.all(), Provenance.of(workbench));
            report.print(command.commandLine().getOut(), output.json);
        }
        return ExitCodes.OK;
    }
}
