package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.support.EnumWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What is fitted, and how. */
public final class CalibrationOptions {
    @Option(
            names = "--method",
            paramLabel = "NAME",
            converter = MethodConverter.class,
            description =
                    "dora (default), lora, magnitude, bias, affine (or scale-and-bias); allocated, sparse (both under --budget); batch-norm,"
                            + " drift-compensation; backprop, backprop-adapters (both look at the labels).")
    CalibrationSpec.@Nullable Method method;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            converter = PresetConverter.class,
            description = "as-published (default: DoRA, least-error magnitude) or recommended (DoRA with layer gain,"
                    + " variance-matched magnitude and bias). Options beside it change what it says.")
    Preset preset = Preset.AS_PUBLISHED;

    @Option(names = "--rank", paramLabel = "R", description = "Rank of the low-rank part, 1 or more (default: 4).")
    int rank = 4;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            converter = SolverConverter.class,
            description = "closed-form (default) or gradient.")
    CalibrationSpec.@Nullable SolverKind solver;

    @Option(
            names = "--magnitude",
            paramLabel = "RULE",
            description = "mse (default) or variance: least feature error, or the clean layer's output variance.")
    CalibrationSpec.@Nullable MagnitudeRule magnitude;

    @Option(names = "--bias", negatable = true, description = "Fit a bias as well.")
    @Nullable
    Boolean bias;

    @Option(
            names = "--layer-gain",
            negatable = true,
            description = "Start from the drifted weights times one gain a layer, which matches their output variance.")
    @Nullable
    Boolean layerGain;

    @Option(names = "--samples", paramLabel = "N", description = "Calibration images, unlabelled (default: 10).")
    int samples = 10;

    @Option(
            names = "--layers",
            split = ",",
            paramLabel = "NAME",
            description = "Calibrate only these layers; * stands for anything, paper-set for all convolutions but"
                    + " shortcut projections (default: all).")
    List<String> layers = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "PERCENT",
            description = "Parameters that allocated and sparse may use, %% of the network's (default: 2.34).")
    double budget = MethodSettings.defaults().budget();

    @Option(
            names = "--readout-noise",
            paramLabel = "SHARE",
            description = "Error of the readout that sparse needs, a share of the layer's largest |w| (default: 0.01).")
    double readoutNoise = MethodSettings.defaults().readoutNoise();

    @Option(
            names = "--factory-images",
            paramLabel = "N",
            description =
                    "Take layer statistics from the factory, gathered on N images, instead of samples (default: 0,"
                            + " none).")
    int factoryImages;

    @Option(
            names = "--statistics",
            paramLabel = "FILE",
            description = "Take layer statistics from a file that statistics wrote: no calibration images are needed.")
    @Nullable
    Path statistics;

    @Option(
            names = "--most-affected",
            paramLabel = "K",
            description = "Calibrate only the K layers that drift hurts most (default: 0, all).")
    int mostAffected;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Of back-propagation (default: 0, the best of a grid).")
    double learningRate;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Of back-propagation (default: 0, 55 for up to 100 images and 120 above).")
    int steps;

    /** The file of statistics as it is now; empty where none was given. */
    public List<StatisticsChoice> statistics() {
        return statistics == null ? List.of() : List.of(StatisticsChoice.of(statistics));
    }

    /** Statistics of the calibration images. */
    public CalibrationSpec spec() {
        return spec(List.of());
    }

    /** @param files of statistics, at most one */
    public CalibrationSpec spec(List<StatisticsChoice> files) {
        String sha256 = files.isEmpty() ? "" : files.get(0).sha256();
        CalibrationSpec recipe = preset.applyTo(CalibrationSpec.defaults());
        MethodSettings settings = new MethodSettings(
                budget,
                readoutNoise,
                factoryImages,
                mostAffected,
                learningRate,
                steps,
                sha256,
                given(layerGain, recipe.settings().layerGain()));
        return new CalibrationSpec(
                given(method, recipe.method()),
                rank,
                given(magnitude, recipe.magnitude()),
                given(bias, recipe.bias()),
                given(solver, recipe.solver()),
                samples,
                settings);
    }

    private static <T> T given(@Nullable T option, T otherwise) {
        return option == null ? otherwise : option;
    }

    public LayerChoice layers() {
        return new LayerChoice(layers);
    }

    static final class MethodConverter implements ITypeConverter<CalibrationSpec.Method> {
        @Override
        public CalibrationSpec.Method convert(String value) {
            return CalibrationSpec.Method.named("--method", value);
        }
    }

    static final class PresetConverter implements ITypeConverter<Preset> {
        @Override
        public Preset convert(String value) {
            return EnumWords.parse("--preset", Preset.class, value);
        }
    }

    static final class SolverConverter implements ITypeConverter<CalibrationSpec.SolverKind> {
        @Override
        public CalibrationSpec.SolverKind convert(String value) {
            return EnumWords.parse("--solver", CalibrationSpec.SolverKind.class, value);
        }
    }
}
