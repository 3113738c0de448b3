package org.driftscope.experiment;

import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.network.run.SumCounts;

/**
 * How a layer's partial sums spread beside the ranges of its converters: of the clean weights, which set the ranges, and of the
 * chip as it is. Both are driven by what enters the layer in the clean network; read noise is left out.
 *
 * @param layer name
 * @param tileRows rows of a block that is summed before the ADC
 * @param dacBits 0 for an ideal one
 * @param adcBits 0 for an ideal one
 * @param converters with their frozen ranges
 * @param clean sums of the clean weights
 * @param chip sums of the chip's weights
 */
public record LayerSums(
        String layer,
        int tileRows,
        int dacBits,
        int adcBits,
        LayerConverters converters,
        SumCounts clean,
        SumCounts chip) {}
