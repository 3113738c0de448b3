package org.driftscope.experiment;

import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.network.run.SumCounts;
import org.jspecify.annotations.Nullable;

/**
 * How a layer's partial sums spread beside the ranges of its converters: of the clean weights, which set the ranges, and of the
 * chip as it is. Both are driven by what enters the layer in the clean network; read noise is left out.
 *
 * @param layer name
 * @param slice which slice of the weights, 0 for the most significant, or for weights that are held whole
 * @param slices how many there are; 1 where weights are held whole
 * @param tileRows rows of a block that is summed before the ADC
 * @param dacBits 0 for an ideal one
 * @param adcBits 0 for an ideal one
 * @param dac of the inputs, with its frozen range; null for an ideal one
 * @param adc of these sums, with its frozen range; null for an ideal one
 * @param clean sums of the clean weights
 * @param chip sums of the chip's weights
 */
public record LayerSums(
        String layer,
        int slice,
        int slices,
        int tileRows,
        int dacBits,
        int adcBits,
        @Nullable Converter dac,
        @Nullable Converter adc,
        SumCounts clean,
        SumCounts chip) {
    /** The layer, and which slice of its weights where there are several; no two of a chip are named alike. */
    public String name() {
        return slices == 1 ? layer : layer + ", slice " + (slice + 1) + " of " + slices;
    }
}
