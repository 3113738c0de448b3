package org.driftscope.network;

import org.driftscope.crossbar.WeightMatrix;

/**
 * What an analog layer computes with instead of its own weights.
 *
 * @param weights effective weights, [rows, cols]
 * @param addedBias added to the layer's own bias, length cols; empty for none
 */
public record LayerChange(WeightMatrix weights, float[] addedBias) {
    public static LayerChange weightsOnly(WeightMatrix weights) {
        return new LayerChange(weights, new float[0]);
    }
}
