package org.driftscope.adapter;

import java.util.Objects;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * A few single weights corrected, then a gain and a bias for every column: {@code W' = gain * (Wr + S)}, S zero but at the
 * given places. The arrays are shared, not copied: treat them as read-only.
 *
 * @param layer the analog layer's name
 * @param rows d
 * @param cols o
 * @param places of the corrected weights, row-major, ascending
 * @param corrections what is added there
 * @param gain one a column (output), length cols
 * @param bias added to the digital bias, length cols
 */
public record SparseAdapter(
        String layer, int rows, int cols, int[] places, float[] corrections, float[] gain, float[] bias)
        implements Adapter {
    public SparseAdapter {
        if (places.length != corrections.length || gain.length != cols || bias.length != cols) {
            throw new IllegalArgumentException("sparse adapter with " + places.length + " places, "
                    + corrections.length + " corrections, " + gain.length + " gains and " + bias.length
                    + " biases for " + cols + " columns");
        }
        int last = -1;
        for (int place : places) {
            Objects.checkIndex(place, rows * cols);
            if (place <= last) {
                throw new IllegalArgumentException("place " + place + " after " + last);
            }
            last = place;
        }
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public long parameters() {
        return (long) corrections.length + gain.length + bias.length;
    }

    /** {@code ceil(log2(rows cols))} a corrected weight. */
    @Override
    public long indexBits() {
        long weights = (long) rows * cols;
        return places.length * (long) (Long.SIZE - Long.numberOfLeadingZeros(weights - 1));
    }

    @Override
    public LayerChange apply(WeightMatrix drifted) {
        WeightShape.require(layer, rows, cols, drifted);
        float[] values = drifted.values().clone();
        for (int i = 0; i < places.length; i++) {
            values[places[i]] += corrections[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] *= gain[i % cols];
        }
        return new LayerChange(new WeightMatrix(rows, cols, values), bias.clone(), gain.clone(), null);
    }
}
