package org.driftscope.adapter;

import java.util.Arrays;
import java.util.List;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * VeRA+: {@code W' = c (Wr + A diag(d) B diag(b))} with frozen random A and B that all layers share, vectors d and b of each layer
 * for each of some ages, and, where asked, a gain c. The chip holds all sets and computes with the one that was made for the age
 * nearest to its own. Sources: arXiv 2603.26016 (2026); Kopiczko et al., arXiv 2310.11454 (2024).
 *
 * @param layer the analog layer's name
 * @param rank r, at least 1
 * @param rows d
 * @param cols o
 * @param seed of A and B
 * @param sets by rising age, one or more
 * @param chosen which of them is in use
 */
public record VectorAdapter(String layer, int rank, int rows, int cols, long seed, List<VectorSet> sets, int chosen)
        implements Adapter {
    public VectorAdapter {
        sets = List.copyOf(sets);
        if (rank < 1 || rows < 1 || cols < 1 || chosen < 0 || chosen >= sets.size()) {
            throw new IllegalArgumentException("vectors of rank " + rank + " for " + rows + " x " + cols + ", set "
                    + chosen + " of " + sets.size());
        }
        for (VectorSet set : sets) {
            if (set.d().length != rank || set.b().length != cols) {
                throw new IllegalArgumentException("vectors of " + set.d().length + " and " + set.b().length
                        + " values for rank " + rank + " and " + cols + " columns");
            }
        }
    }

    /** Of all sets. */
    @Override
    public long parameters() {
        return sets.stream().mapToLong(VectorSet::parameters).sum();
    }

    /** The set in use. */
    public VectorSet inUse() {
        return sets.get(chosen);
    }

    @Override
    public LayerChange apply(WeightMatrix drifted) {
        WeightShape.require(layer, rows, cols, drifted);
        VectorSet set = inUse();
        float[] values = correction(set);
        float gain = set.factor();
        for (int i = 0; i < values.length; i++) {
            values[i] = gain * (drifted.values()[i] + values[i]);
        }
        float[] scale = new float[set.gain().length == 0 ? 0 : cols];
        Arrays.fill(scale, gain);
        return new LayerChange(new WeightMatrix(rows, cols, values), new float[0], scale, null);
    }

    /** A diag(d) B diag(b), row-major [rows, cols]. */
    private float[] correction(VectorSet set) {
        float[] a = FrozenFactors.a(seed, rank, rows);
        float[] b = FrozenFactors.b(seed, rank, cols);
        float[] values = new float[rows * cols];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += (double) a[row * rank + k] * set.d()[k] * b[col * rank + k];
                }
                values[row * cols + col] = (float) (sum * set.b()[col]);
            }
        }
        return values;
    }
}
