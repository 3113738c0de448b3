package org.driftscope.crossbar;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.LayerConverters;
import org.driftscope.crossbar.circuit.ReadNoise;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a layer amount to, and how they are read.
 *
 * @param spec of the crossbar
 * @param tiles how the layer is cut
 * @param gains the weight that one µS of a weight's cells stands for, one a column
 * @param slices of the weights; null where they are held whole
 * @param layer its name
 * @param chip one source for all layers of a chip
 */
record CellReader(
        CrossbarSpec spec, TileGrid tiles, float[] gains, @Nullable BitSlices slices, String layer, RandomSource chip) {
    /** Whose numbers a slice's cells have; the first one's are those of weights that are held whole. */
    static RandomSource ofSlice(RandomSource chip, int slice) {
        return slice == 0 ? chip : chip.child("slice").child(slice);
    }

    WeightMatrix weights(CellState state) {
        BitSlices digits = slices;
        if (digits == null) {
            return held(state);
        }
        WeightMatrix first = held(state.slice(0));
        float[] sum = new float[first.values().length];
        for (int slice = 0; slice < digits.count(); slice++) {
            float[] own = slice == 0 ? first.values() : held(state.slice(slice)).values();
            float factor = (float) digits.factor(slice);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * own[i];
            }
        }
        return new WeightMatrix(first.rows(), first.cols(), sum);
    }

    /** What one slice's cells amount to, before its factor in the sum. */
    WeightMatrix held(CellState state) {
        int cols = gains.length;
        float[] plus = state.gPlus().valuesUs();
        float[] minus = state.gMinus().valuesUs();
        float[] values = new float[plus.length];
        boolean shared = spec.mapping().sharesReference();
        int minusCols = state.gMinus().cols();
        for (int row = 0; row < state.gPlus().rows(); row++) {
            int at = row * cols;
            for (int col = 0; col < cols; col++) {
                int opposite = shared ? row * minusCols + col / spec.tileCols() : at + col;
                values[at + col] = (plus[at + col] - minus[opposite]) * gains[col];
            }
        }
        return new WeightMatrix(state.gPlus().rows(), cols, values);
    }

    /** Of the difference of a slice's cells, one a column. */
    float[] weightPerUs(int slice) {
        float[] perUs = gains.clone();
        for (int col = 0; col < perUs.length; col++) {
            perUs[col] *= slices == null ? 1 : (float) slices.factor(slice);
        }
        return perUs;
    }

    /** All slices in one sum. */
    Optional<Readout> whole(WeightMatrix seen, LayerConverters converters) {
        ReadNoise noise = noise(0, slices == null ? 1 : slices.spread());
        return noise == null && converters.isIdeal()
                ? Optional.empty()
                : Optional.of(new Readout(seen, tiles, noise, converters));
    }

    /** Slice by slice where each has an ADC of its own. */
    Optional<Readout> readout(CellState state, WeightMatrix seen, LayerConverters converters) {
        BitSlices digits = slices;
        if (digits == null || converters.adc() == null) {
            return whole(seen, converters);
        }
        List<Readout.Slice> read = IntStream.range(0, digits.count())
                .mapToObj(slice -> new Readout.Slice(
                        held(state.slice(slice)), (float) digits.factor(slice), noise(slice, 1), converters.adc(slice)))
                .toList();
        return Optional.of(new Readout(seen, tiles, noise(0, digits.spread()), converters, read));
    }

    /** Null for none. @param times what a single slice's error counts */
    private @Nullable ReadNoise noise(int slice, double times) {
        if (!spec.circuit().isOn(CircuitSettings.READ_NOISE)) {
            return null;
        }
        // half of the variance is the other cell's; a reference column's own half is common to all that read against it
        boolean shared = spec.mapping().sharesReference();
        double cellUs =
                spec.circuit().get(CircuitSettings.READ_NOISE) * spec.range().gMaxUs() / (shared ? Math.sqrt(2) : 1);
        float[] sigma = gains.clone();
        for (int col = 0; col < sigma.length; col++) {
            sigma[col] *= (float) (cellUs * times);
        }
        RandomSource source = ofSlice(chip, slice).child("read").child(layer);
        return new ReadNoise(sigma, shared ? spec.tileCols() : 0, source, 0);
    }
}
