package org.driftscope.network.run;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.LayerChange;
import org.driftscope.network.op.array.Clamp;
import org.jspecify.annotations.Nullable;

/**
 * An analog layer with what its weights are prepared with.
 *
 * @param bias the digital bias, a Gemm's beta multiplied in; length cols
 * @param scale the batch normalisation that is folded into the layer, or null
 * @param clamp what keeps its outputs within bounds before anything reads them, or null
 */
record BoundLayer(AnalogLayer layer, float[] bias, @Nullable ChannelScale scale, @Nullable Clamp clamp) {
    /** Weights for the kernels. */
    LayerProduct prepare(LayerChange change) {
        return change.readout() == null
                ? prepare(change.weights(), change.addedBias())
                : ReadoutProduct.of(layer, change, change.readout(), withAdded(change.addedBias()), scale);
    }

    /** The same of weights alone. */
    PreparedWeights prepare(WeightMatrix weights, float[] addedBias) {
        return PreparedWeights.of(layer, weights, withAdded(addedBias), scale);
    }

    private float[] withAdded(float[] addedBias) {
        if (addedBias.length != 0 && addedBias.length != bias.length) {
            throw new IllegalArgumentException(
                    "layer " + layer.name() + " has " + bias.length + " outputs, the added bias " + addedBias.length);
        }
        float[] sum = bias.clone();
        for (int i = 0; i < addedBias.length; i++) {
            sum[i] += addedBias[i];
        }
        return sum;
    }
}
