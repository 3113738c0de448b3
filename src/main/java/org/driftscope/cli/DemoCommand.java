package org.driftscope.cli;

import java.io.PrintWriter;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.cli.command.CliCommand;
import org.driftscope.cli.option.OutputOptions;
import org.driftscope.cli.output.CalibrationReport;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.cli.output.Warnings;
import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.ConductanceRange;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.io.bench.BundledSample;
import org.driftscope.io.bench.OpenedBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole story on the bundled sample. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "The whole story on the bundled sample: 20 %% drift at on/off ratio 10, DoRA of rank 4 as recommended,"
                        + " 10 images.")
final class DemoCommand extends CliCommand {
    static final double RELATIVE_DRIFT = 0.2;
    static final double ON_OFF_RATIO = 10;
    private static final double G_MAX_US = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Which chip, and which calibration images (default: 7).")
    long seed = 7;

    @Option(names = "--limit", paramLabel = "N", description = "Use a random sample of N images, always the same.")
    int limit;

    @Mixin
    OutputOptions output;

    @Override
    public Integer call() {
        PrintWriter out = out();
        PrintWriter err = err();
        BenchFiles files = BundledSample.find().withLimit(limit);
        if (!output.json) {
            out.println("The bundled sample: a residual network on drawn shapes, one-sided pairs, on/off ratio 10,"
                    + " 20 % relative drift.");
        }
        try (OpenedBench opened = files.open(output.threads())) {
            Warnings warnings = new Warnings(err, opened.notes());
            ExperimentSpec spec = spec(seed);
            ExperimentRunner.Outcome outcome =
                    ExperimentRunner.run(opened.workbench(), spec, output.progress(err), cancel());
            CalibrationReport.of(spec, outcome.result(), null, warnings.all(), Provenance.of(opened.workbench()))
                    .print(out, output.json);
        }
        return ExitCodes.OK;
    }

    /** What every command takes where an option is absent; drift as in the demo. */
    static ExperimentSpec defaults() {
        return ExperimentSpec.defaults();
    }

    private static ExperimentSpec spec(long seed) {
        CrossbarSpec crossbar =
                CrossbarSpec.defaults().withRange(ConductanceRange.ofOnOffRatio(G_MAX_US, ON_OFF_RATIO));
        ChipSpec chip = new ChipSpec(crossbar, new RelativeGaussianDrift(RELATIVE_DRIFT), 0, seed);
        return ExperimentSpec.of(chip, Preset.RECOMMENDED.applyTo(CalibrationSpec.defaults()));
    }
}
