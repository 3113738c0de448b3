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
 */
public record AdapterParts(
        boolean lowRank, boolean magnitude, boolean varianceMatched, boolean bias, boolean layerGain) {
    /** Low rank with a variance-matched scale, which holds a layer's gain too, and a bias. */
    public static final AdapterParts ALLOCATED = new AdapterParts(true, true, true, true, false);

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
                spec.settings().layerGain());
    }

    /** Whether the fit itself has to find a magnitude. */
    public boolean fitsMagnitude() {
        return magnitude && !varianceMatched;
    }
}
