package org.driftscope.cli.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSettings;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.io.bench.StatisticsChoice;
import org.driftscope.support.EnumWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is fitted, and how. */
public final class CalibrationOptions {
    @Option(
            names = "--method",
            paramLabel = "NAME",
            converter = MethodConverter.class,
            completionCandidates = MethodNames.class,
            description = "One of ${COMPLETION-CANDIDATES} (default: dora).")
    @Nullable
    Method method;

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
            names = "--statistics",
            paramLabel = "FILE",
            description = "Take layer statistics from a file that statistics wrote: no calibration images are needed.")
    @Nullable
    Path statistics;

    private final MethodSettingOptions numbers = new MethodSettingOptions();

    /** Each setting of a method is an option. */
    @Spec(Spec.Target.MIXEE)
    void addSettings(CommandSpec command) {
        numbers.addTo(command);
    }

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
        MethodSettings settings = numbers.over(recipe.settings())
                .withStatistics(sha256)
                .withLayerGain(given(layerGain, recipe.settings().layerGain()));
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

    /** For the help: each with its longer name and with what is to be known of it. */
    static final class MethodNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        MethodNames() {
            super(Method.all().stream().map(MethodNames::words).toList());
        }

        private static String words(Method method) {
            String remark = SettingUse.BUDGET.matters(method)
                    ? " (under --budget)"
                    : method.needsLabels() ? " (looks at the labels)" : "";
            return method.id() + remark;
        }
    }

    static final class MethodConverter implements ITypeConverter<Method> {
        @Override
        public Method convert(String value) {
            return Method.named("--method", value);
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
