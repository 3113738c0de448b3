package org.driftscope.crossbar;

/**
 * The formulas of one way to put a signed weight on cells. A weight comes normalised, {@code x = w / w_max} in [-1, 1], and
 * is read back as {@code (gPlus - gMinus) * weightPerUs()}.
 */
public interface Mapping {
    /** Conductance of the cell that adds to the output, µS. */
    double plusUs(double x);

    /** Conductance of the cell that subtracts from it, µS; the same for all x where it is a shared reference. */
    double minusUs(double x);

    /** Normalised weight that one µS of {@code gPlus - gMinus} stands for. */
    double weightPerUs();
}
