package org.driftscope.experiment;

import org.driftscope.crossbar.CrossbarSpec;
import org.driftscope.device.DriftModel;
import org.driftscope.device.RelativeGaussianDrift;

/**
 * How the weights are put on hardware and how they drift.
 *
 * @param crossbar mapping, conductance range, tiles
 * @param drift drift model with its settings
 * @param secondsSinceProgramming time, s; models without time ignore it
 * @param seed which chip of its kind
 */
public record ChipSpec(CrossbarSpec crossbar, DriftModel drift, double secondsSinceProgramming, long seed) {
    /** The defaults of {@link CrossbarSpec} with relative-Gaussian drift. */
    public static ChipSpec of(double relativeDrift, long seed) {
        return new ChipSpec(CrossbarSpec.defaults(), new RelativeGaussianDrift(relativeDrift), 0, seed);
    }
}
