package org.driftscope.crossbar;

import java.util.Arrays;
import java.util.List;
import org.driftscope.crossbar.circuit.Converter;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/**
 * How a layer's tiles are read: what comes between their cells and the digital sum over blocks of rows.
 *
 * @param weights what the outputs see of the cells, [rows, cols]
 * @param tiles how the layer is cut
 * @param noise of reading; null for none
 * @param converters of inputs and of partial sums
 * @param slices what is read one by one where a weight's digits have converters of their own; else none
 */
public record Readout(
        WeightMatrix weights,
        TileGrid tiles,
        @Nullable ReadNoise noise,
        LayerConverters converters,
        List<Slice> slices) {
    /**
     * A slice of the weights.
     *
     * @param weights what the outputs see of its cells, [rows, cols]
     * @param factor what it counts in the digital sum
     * @param noise of reading it; null for none
     * @param adc of its partial sums
     */
    public record Slice(WeightMatrix weights, float factor, @Nullable ReadNoise noise, @Nullable Converter adc) {
        private Slice withNoise(@Nullable ReadNoise other) {
            return new Slice(weights, factor, other, adc);
        }
    }

    public Readout {
        slices = List.copyOf(slices);
    }

    /** Of weights that are read whole. */
    public Readout(WeightMatrix weights, TileGrid tiles, @Nullable ReadNoise noise, LayerConverters converters) {
        this(weights, tiles, noise, converters, List.of());
    }

    /**
     * The same converters and noise around other weights.
     *
     * @throws SpecException if weights are read slice by slice and these are not those on the cells
     */
    public Readout withWeights(WeightMatrix others) {
        if (!slices.isEmpty() && !Arrays.equals(others.values(), weights.values())) {
            throw new SpecException(
                    "bit slices with an ADC", "on", "off for a method that changes the weights on the cells");
        }
        return new Readout(others, tiles, noise, converters, slices);
    }

    /** Another read of the same chip. */
    public Readout withRead(int read) {
        return new Readout(
                weights,
                tiles,
                noise == null ? null : noise.withRead(read),
                converters,
                slices.stream()
                        .map(slice -> slice.withNoise(slice.noise == null ? null : slice.noise.withRead(read)))
                        .toList());
    }

    /** Without what differs from read to read. */
    public Readout withoutNoise() {
        return new Readout(
                weights,
                tiles,
                null,
                converters,
                slices.stream().map(slice -> slice.withNoise(null)).toList());
    }
}
