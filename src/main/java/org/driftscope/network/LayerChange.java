package org.driftscope.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.driftscope.crossbar.Readout;
import org.driftscope.crossbar.WeightMatrix;
import org.jspecify.annotations.Nullable;

/**
 * What an analog layer computes with instead of its own weights.
 *
 * @param weights effective weights, what the crossbar and what is digital beside it amount to together, [rows, cols]
 * @param addedBias added to the layer's own bias, length cols; empty for none
 * @param outputScale what the crossbar's own outputs are multiplied by, one a column, or one a block of rows and column; empty
 *     for 1. The rest of the weights is digital
 * @param readout how the crossbar is read; null where its outputs are exactly what its weights make of the inputs
 */
public record LayerChange(WeightMatrix weights, float[] addedBias, float[] outputScale, @Nullable Readout readout) {
    private static final float[] NONE = new float[0];

    /** Of a crossbar alone, and a bias. */
    public LayerChange(WeightMatrix weights, float[] addedBias) {
        this(weights, addedBias, NONE, null);
    }

    public static LayerChange weightsOnly(WeightMatrix weights) {
        return new LayerChange(weights, NONE);
    }

    /** The same at another read of the chip; it differs where reading adds noise. @param read 0 for the first */
    public LayerChange atRead(int read) {
        return readout == null ? this : read(readout.withRead(read));
    }

    /** All changes of a network at another read of the chip. */
    public static Map<String, LayerChange> atRead(Map<String, LayerChange> changes, int read) {
        Map<String, LayerChange> again = new LinkedHashMap<>();
        changes.forEach((layer, change) -> again.put(layer, change.atRead(read)));
        return again;
    }

    /** The same of a crossbar whose own outputs are multiplied by a factor first, as its weights have been. */
    public LayerChange gained(float factor) {
        float[] scale = outputScale.length == 0 ? new float[weights.cols()] : outputScale.clone();
        for (int i = 0; i < scale.length; i++) {
            scale[i] = outputScale.length == 0 ? factor : scale[i] * factor;
        }
        return new LayerChange(weights, addedBias, scale, readout);
    }

    /** The same on a crossbar that is read so. */
    public LayerChange read(@Nullable Readout how) {
        return new LayerChange(weights, addedBias, outputScale, how);
    }
}
