package org.driftscope.experiment.method;

import java.util.Optional;
import java.util.stream.Collectors;
import org.driftscope.calibration.spec.Method;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.device.Age;
import org.driftscope.experiment.Service;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.ExperimentSpec;

/** What is said of a calibration that was to be kept while its chip ages. */
final class KeptNote {
    private KeptNote() {}

    /** A sentence or two; empty where nothing was to be kept. */
    static Optional<String> of(ExperimentSpec spec, Service service) {
        double from = spec.calibration().settings().keptFrom();
        String age = Age.words(from);
        ChipSpec chip = spec.chip();
        if (from == 0) {
            return spec.upkeep().equals(Upkeep.once())
                    ? Optional.empty()
                    : Optional.of("The upkeep was ignored: no age is set that a calibration is kept from.");
        }
        if (!SettingUse.KEPT.matters(spec.calibration().method())) {
            Method method = spec.calibration().method();
            return Optional.of("Kept from " + age + " was ignored: " + method.label()
                    + (method.is(Method.Trait.MADE_BEFORE)
                            ? " was made before the chip, with a set for each age."
                            : " writes the cells anew."));
        }
        if (!chip.ages()) {
            return Optional.of("Kept from " + age + " was ignored: cells of "
                    + chip.drift().id() + " do not age.");
        }
        String now = Age.words(chip.secondsSinceProgramming());
        return Optional.of(
                spec.isKept()
                        ? lived(spec, service, now)
                        : "Calibrated at an age of " + now + ": kept from " + age + " begins later.");
    }

    private static String lived(ExperimentSpec spec, Service service, String now) {
        String last = Age.words(service.last());
        String calibrated = service.times() == 1
                ? "Calibrated at an age of " + last + " and kept to " + now
                : "Calibrated " + service.times() + " times up to " + now + ", last at an age of " + last;
        String when = service.moments().size() > 1
                ? service.moments().stream().map(Age::words).collect(Collectors.joining(", ", " (", ")"))
                : "";
        return calibrated + when + gains(spec) + ".";
    }

    private static String gains(ExperimentSpec spec) {
        if (!spec.upkeep().gains()) {
            return "";
        }
        return Servicing.measuresGains(spec)
                ? "; the layers' gains measured again at each check"
                : "; no gains were measured, since "
                        + spec.calibration().method().label() + " leaves no adapters to put them beside";
    }
}
