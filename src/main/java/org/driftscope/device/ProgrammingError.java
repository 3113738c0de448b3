package org.driftscope.device;

import java.util.Optional;
import org.driftscope.support.SpecException;

/**
 * The error of writing a cell, apart from drift: {@code N(0, (a gMax)^2)}, {@code N(0, (a g)^2)} or {@code N(0, (a s(g))^2)} with a
 * published s.
 *
 * @param amount a, a fraction, 0 to 1; 0 means exact programming, or the device's own
 * @param relativeTo what the fraction is of
 */
public record ProgrammingError(double amount, RelativeTo relativeTo) {
    /** What the spread of a programming error scales with. */
    public enum RelativeTo {
        G_MAX("G max") {
            @Override
            double wholeUs(double gTargetUs, double gMaxUs) {
                return gMaxUs;
            }
        },
        G_TARGET("each target") {
            @Override
            double wholeUs(double gTargetUs, double gMaxUs) {
                return gTargetUs;
            }
        },
        /** What {@link MiloWriting} has at that target; amount 1 is as it was published. */
        MILO("Milo 2021") {
            @Override
            double wholeUs(double gTargetUs, double gMaxUs) {
                return MiloWriting.sigmaUs(gTargetUs);
            }
        };

        private final String words;

        RelativeTo(String words) {
            this.words = words;
        }

        /** For people, inside a sentence, e.g. "G max". */
        public String words() {
            return words;
        }

        /** What the fraction is of, µS. */
        abstract double wholeUs(double gTargetUs, double gMaxUs);
    }

    public ProgrammingError {
        if (!(amount >= 0 && amount <= 1)) {
            throw new SpecException("programming error", amount, "0 to 1 (0.03 means 3 %)");
        }
    }

    public static ProgrammingError none() {
        return new ProgrammingError(0, RelativeTo.G_MAX);
    }

    public ProgrammingError withAmount(double newAmount) {
        return new ProgrammingError(newAmount, relativeTo);
    }

    public ProgrammingError withRelativeTo(RelativeTo whole) {
        return new ProgrammingError(amount, whole);
    }

    /** The conductance actually written, µS, not yet clipped. */
    public double programmedUs(double gTargetUs, double gMaxUs, double normal) {
        return gTargetUs + amount * relativeTo.wholeUs(gTargetUs, gMaxUs) * normal;
    }

    /** What to know where cells of some range are outside of what a published error was measured in; empty inside. */
    public Optional<String> outside(ConductanceRange used) {
        ConductanceRange known = MiloWriting.MEASURED;
        boolean within = used.gMinUs() >= known.gMinUs() && used.gMaxUs() <= known.gMaxUs();
        return amount == 0 || relativeTo != RelativeTo.MILO || within
                ? Optional.empty()
                : Optional.of("The programming error of Milo 2021 was measured from " + Age.number(known.gMinUs())
                        + " to " + Age.number(known.gMaxUs()) + " µS.");
    }
}
