package org.driftscope.experiment.setting;

import java.util.List;
import java.util.function.Function;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;

/** Settings of the calibration. */
final class CalibrationSettings {
    private CalibrationSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.choice(
                        "method",
                        CalibrationSpec.Method.class,
                        read(CalibrationSpec::method),
                        (spec, value) -> spec.withCalibration(spec.calibration().withMethod(value))),
                Setting.integer(
                        "rank",
                        "1 to 4096",
                        read(c -> (long) c.rank()),
                        (spec, value) -> spec.withCalibration(spec.calibration().withRank(Setting.whole(value)))),
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
                Setting.integer(
                        "samples",
                        "1 or more",
                        read(c -> (long) c.samples()),
                        (spec, value) -> spec.withCalibration(spec.calibration().withSamples(Setting.whole(value)))),
                Setting.names(
                        "layers",
                        "names of analog layers, * stands for anything; empty for all",
                        spec -> spec.calibratedLayers().patterns(),
                        (spec, value) -> spec.withLayers(spec.driftedLayers(), new LayerChoice(value))));
    }

    private static <T> Function<ExperimentSpec, T> read(Function<CalibrationSpec, T> reader) {
        return spec -> reader.apply(spec.calibration());
    }
}
