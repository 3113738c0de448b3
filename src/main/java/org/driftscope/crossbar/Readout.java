package org.driftscope.crossbar;

import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.jspecify.annotations.Nullable;

/**
 * How a layer's tiles are read: what comes between their cells and the digital sum over blocks of rows.
 *
 * @param weights what the outputs see of the cells, [rows, cols]
 * @param tiles how the layer is cut
 * @param noise of reading; null for none
 * @param converters of inputs and of partial sums
 */
public record Readout(WeightMatrix weights, TileGrid tiles, @Nullable ReadNoise noise, LayerConverters converters) {
    /** The same converters and noise around other weights. */
    public Readout withWeights(WeightMatrix others) {
        return new Readout(others, tiles, noise, converters);
    }

    /** Another read of the same chip. */
    public Readout withRead(int read) {
        return noise == null ? this : new Readout(weights, tiles, noise.withRead(read), converters);
    }

    /** Without what differs from read to read. */
    public Readout withoutNoise() {
        return new Readout(weights, tiles, null, converters);
    }
}
