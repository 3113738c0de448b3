package org.driftscope.experiment.setting;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.device.Age;
import org.driftscope.device.DriftModel;
import org.driftscope.device.DriftParameter;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ExperimentSpec;
import org.driftscope.experiment.LayerChoice;
import org.driftscope.support.SpecException;

/** Settings of drift. */
final class DriftSettings {
    static final String AGE = "age";

    private DriftSettings() {}

    static List<Setting> all() {
        List<Setting> all = new ArrayList<>(common());
        DriftParameter.all().forEach(parameter -> all.add(setting(parameter)));
        return all;
    }

    private static Setting setting(DriftParameter parameter) {
        return Setting.real(
                parameter.id(),
                parameter.allowed(),
                spec -> parameter.of(spec.chip().drift()),
                (spec, value) -> spec.withChip(
                        spec.chip().withDrift(parameter.in(spec.chip().drift(), value))));
    }

    /** Settings of every device. */
    private static List<Setting> common() {
        return List.of(
                Setting.real(
                        "drift",
                        "0 to 1 (0.2 means 20 %)",
                        spec -> spec.chip().relativeDrift(),
                        DriftSettings::withRelativeDrift),
                Setting.real(
                                AGE,
                                "seconds, or such as 1h, 30d, 10y",
                                spec -> spec.chip().secondsSinceProgramming(),
                                (spec, value) -> spec.withChip(spec.chip().withAge(value)))
                        .inWords(Age::parse),
                Setting.integer("seed", "any whole number", spec -> spec.chip().seed(), ExperimentSpec::withSeed),
                Setting.names(
                        "driftLayers",
                        "names of analog layers, * stands for anything; empty for all",
                        spec -> spec.driftedLayers().patterns(),
                        (spec, value) -> spec.withLayers(new LayerChoice(value), spec.calibratedLayers())));
    }

    /** 0 says nothing of a device that ages, and is what such a one has. */
    private static ExperimentSpec withRelativeDrift(ExperimentSpec spec, double value) {
        DriftModel drift = spec.chip().drift();
        if (drift instanceof RelativeGaussianDrift) {
            return spec.withChip(spec.chip().withDrift(new RelativeGaussianDrift(value)));
        }
        if (value != 0) {
            throw new SpecException("drift", value, "left out, since the device " + drift.id() + " drifts by its age");
        }
        return spec;
    }
}
