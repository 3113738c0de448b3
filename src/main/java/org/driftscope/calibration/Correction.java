package org.driftscope.calibration;

import org.driftscope.calibration.CalibrationSpec.MagnitudeRule;
import org.driftscope.calibration.CalibrationSpec.Method;

/**
 * The parts of an adapter that a specification asks for.
 *
 * @param lowRank whether there is an A B
 * @param magnitude whether there is a magnitude a column
 * @param varianceMatched whether the magnitude matches the clean output's variance instead of minimising the loss
 * @param bias whether there is a bias a column
 */
record Correction(boolean lowRank, boolean magnitude, boolean varianceMatched, boolean bias) {
    /** Low rank with a variance-matched scale and a bias. */
    static final Correction ALLOCATED = new Correction(true, true, true, true);

    static Correction of(CalibrationSpec spec) {
        Method method = spec.method();
        boolean variance = spec.magnitude() == MagnitudeRule.VARIANCE;
        boolean scales =
                switch (method) {
                    case DORA, MAGNITUDE, AFFINE -> true;
                    case LORA -> variance;
                    case BIAS -> false;
                    case ALLOCATED,
                            SPARSE,
                            BATCH_NORM,
                            DRIFT_COMPENSATION,
                            BACKPROP,
                            BACKPROP_ADAPTERS -> throw new IllegalArgumentException(
                            method + " is not fitted layer by layer");
                };
        boolean shifts = spec.bias() || method == Method.BIAS || method == Method.AFFINE;
        return new Correction(method == Method.DORA || method == Method.LORA, scales, scales && variance, shifts);
    }

    /** Whether the fit itself has to find a magnitude. */
    boolean fitsMagnitude() {
        return magnitude && !varianceMatched;
    }
}
