package org.driftscope.experiment.setting;

import java.util.List;
import java.util.function.Function;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.calibration.spec.Preset;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.support.EnumWords;

/** Settings of the calibration. */
final class CalibrationSettings {
    static final String PRESET = "preset";

    private CalibrationSettings() {}

    static List<Setting> all() {
        return List.of(
                preset(),
                Setting.text(
                        "method",
                        "one of " + String.join(", ", Method.ids()),
                        spec -> spec.calibration().method().id(),
                        (spec, value) ->
                                spec.withCalibration(spec.calibration().withMethod(Method.named("method", value)))),
                Setting.count(
                        "rank",
                        "1 to 4096",
                        read(c -> c.rank()),
                        (spec, value) -> spec.withCalibration(spec.calibration().withRank(value))),
                Setting.choice(
                        "magnitude",
                        CalibrationSpec.MagnitudeRule.class,
                        read(CalibrationSpec::magnitude),
                        (spec, value) -> spec.withCalibration(spec.calibration().withMagnitude(value))),
                Setting.flag(
                        "bias",
                        read(CalibrationSpec::bias),
                        (spec, value) -> spec.withCalibration(spec.calibration().withBias(value))),
                Setting.choice(
                        "solver",
                        CalibrationSpec.SolverKind.class,
                        read(CalibrationSpec::solver),
                        (spec, value) -> spec.withCalibration(spec.calibration().withSolver(value))),
                Setting.count(
                        "samples",
                        "1 to " + Integer.MAX_VALUE,
                        read(c -> c.samples()),
                        (spec, value) -> spec.withCalibration(spec.calibration().withSamples(value))),
                Setting.names(
                        "layers",
                        "names of analog layers, * stands for anything; empty for all",
                        spec -> spec.calibratedLayers().patterns(),
                        (spec, value) -> spec.withLayers(spec.driftedLayers(), new LayerChoice(value))));
    }

    /** First, so that settings beside it change what it says. */
    private static Setting preset() {
        return Setting.text(
                        PRESET,
                        "one of " + String.join(", ", EnumWords.all(Preset.class)),
                        read(c -> Preset.of(c).map(EnumWords::of).orElse("custom")),
                        (spec, value) -> spec.withCalibration(
                                EnumWords.parse(PRESET, Preset.class, value).applyTo(spec.calibration())))
                .standingFor("method", "magnitude", "bias", "solver", MethodSetting.LAYER_GAIN.id());
    }

    private static <T> Function<ExperimentSpec, T> read(Function<CalibrationSpec, T> reader) {
        return spec -> reader.apply(spec.calibration());
    }
}
