package org.driftscope.experiment.setting;

import java.util.List;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;

/** Settings of drift. */
final class DriftSettings {
    private DriftSettings() {}

    static List<Setting> all() {
        return List.of(
                Setting.real(
                        "drift",
                        "0 to 1 (0.2 means 20 %)",
                        DriftSettings::relativeDrift,
                        (spec, value) -> spec.withChip(spec.chip().withDrift(new RelativeGaussianDrift(value)))),
                Setting.integer("seed", "any whole number", spec -> spec.chip().seed(), ExperimentSpec::withSeed),
                Setting.names(
                        "driftLayers",
                        "names of analog layers, * stands for anything; empty for all",
                        spec -> spec.driftedLayers().patterns(),
                        (spec, value) -> spec.withLayers(new LayerChoice(value), spec.calibratedLayers())));
    }

    private static double relativeDrift(ExperimentSpec spec) {
        return spec.chip().drift() instanceof RelativeGaussianDrift gaussian ? gaussian.relativeDrift() : 0;
    }
}
