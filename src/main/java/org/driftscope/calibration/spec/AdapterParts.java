package org.driftscope.calibration.spec;

import org.driftscope.calibration.spec.CalibrationSpec.MagnitudeRule;

/**
 * The parts of an adapter that a specification asks for.
 *
 * @param lowRank whether there is an A B
 * @param magnitude whether there is a magnitude a column
 * @param varianceMatched whether the magnitude matches the clean output's variance instead of minimising the loss
 * @param bias whether there is a bias a column
 * @param layerGain whether the fit starts from the layer's gain times the drifted weights
 * @param factorBits of every value of A and B
 */
public record AdapterParts(
        boolean lowRank, boolean magnitude, boolean varianceMatched, boolean bias, boolean layerGain, int factorBits) {
    /** Low rank with a variance-matched scale, which holds a layer's gain too, and a bias. */
    public static AdapterParts allocated(MethodSettings settings) {
        return new AdapterParts(true, true, true, true, false, settings.factorBits());
    }

    public static AdapterParts of(CalibrationSpec spec) {
        Method method = spec.method();
        if (!method.isLayerWise()) {
            throw new IllegalArgumentException(method + " is not fitted layer by layer");
        }
        boolean scales = spec.hasMagnitude();
        boolean variance = spec.magnitude() == MagnitudeRule.VARIANCE;
        return new AdapterParts(
                method.hasRank(),
                scales,
                scales && variance,
                spec.hasBias(),
                spec.settings().layerGain(),
                spec.settings().factorBits());
    }

    /** Whether the fit itself has to find a magnitude. */
    public boolean fitsMagnitude() {
        return magnitude && !varianceMatched;
    }
}
