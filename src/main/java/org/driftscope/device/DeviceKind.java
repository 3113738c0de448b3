package org.driftscope.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device one can choose by name.
 *
 * @param model how its cells drift
 * @param name for people, e.g. "PCM (Joshi 2020)"
 * @param brief the same where there is little room, e.g. "PCM"
 * @param about one sentence: what it is and what is known of it
 * @param range in which it was measured; null where any will do
 * @param clips whether its cells stay in that range
 * @param knownSeconds age up to which there are data; infinite where the formula makes no difference
 */
public record DeviceKind(
        DriftModel model,
        String name,
        String brief,
        String about,
        @Nullable ConductanceRange range,
        boolean clips,
        double knownSeconds) {
    private static final double NEAR = 1e-6;

    public String id() {
        return model.id();
    }

    /** The range it is used in unless another one is set: where it was measured, else 0 to 100 µS. */
    public ConductanceRange usualRange() {
        return range == null ? new ConductanceRange(0, 100) : range;
    }

    /** What to know where cells of some range and age are outside of what was measured; empty inside. */
    public Optional<String> outside(ConductanceRange used, double seconds) {
        if (model.ages() && seconds > knownSeconds) {
            return Optional.of(name + " was measured up to " + Age.words(knownSeconds) + "; what is beyond is held or"
                    + " extrapolated.");
        }
        if (seconds > 0 && seconds < model.knownFrom()) {
            return Optional.of(name + " was measured from " + Age.words(model.knownFrom())
                    + " on; what is earlier counts as" + " that.");
        }
        return range != null && differs(used)
                ? Optional.of(name + " was measured from " + measured() + " \u00b5S.")
                : Optional.empty();
    }

    /** The range it was measured in, µS, e.g. "9 to 88.2"; "any" where it does not matter. */
    public String measured() {
        return range == null ? "any" : Age.number(range.gMinUs()) + " to " + Age.number(range.gMaxUs());
    }

    /** Formulas of a whole range change with it; of measured cells any part of theirs will do. */
    private boolean differs(ConductanceRange used) {
        if (range != null && model.ownKind().isPresent()) {
            return used.gMinUs() < range.gMinUs() - NEAR || used.gMaxUs() > range.gMaxUs() + NEAR;
        }
        return range != null
                && (Math.abs(used.gMinUs() - range.gMinUs()) > NEAR || Math.abs(used.gMaxUs() - range.gMaxUs()) > NEAR);
    }
}
