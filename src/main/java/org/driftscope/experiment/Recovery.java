package org.driftscope.experiment;

import java.util.OptionalDouble;

/** The share of the lost accuracy that calibration won back. */
public final class Recovery {
    private Recovery() {}

    /**
     * (calibrated - drifted) / (clean - drifted); empty where drift cost nothing.
     *
     * @param clean top-1, 0 to 1
     * @param drifted top-1, 0 to 1
     * @param calibrated top-1, 0 to 1
     */
    public static OptionalDouble of(double clean, double drifted, double calibrated) {
        double gap = clean - drifted;
        return gap <= 0 ? OptionalDouble.empty() : OptionalDouble.of((calibrated - drifted) / gap);
    }
}
