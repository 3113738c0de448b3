package org.driftscope.device;

import org.driftscope.support.SpecException;

/**
 * The error of writing a cell, apart from drift: {@code N(0, (a gMax)^2)} or {@code N(0, (a g)^2)}.
 *
 * @param amount a, a fraction, 0 to 1; 0 means exact programming
 * @param relativeTo what the fraction is of
 */
public record ProgrammingError(double amount, RelativeTo relativeTo) {
    /** What the spread of a programming error scales with. */
    public enum RelativeTo {
        G_MAX,
        G_TARGET
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
        return gTargetUs + amount * (relativeTo == RelativeTo.G_MAX ? gMaxUs : gTargetUs) * normal;
    }
}
