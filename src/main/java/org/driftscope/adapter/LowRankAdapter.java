package org.driftscope.adapter;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * DoRA and LoRA, with an optional bias: {@code W' = m * (Wr + A B) / ||Wr + A B||_column}, or {@code W' = Wr + A B} where
 * there is no magnitude. Sources: Liu et al., arXiv 2402.09353 (2024); Hu et al., arXiv 2106.09685 (2021).
 *
 * <p>A grouped layer has one low-rank pair a group: columns [k*rank, (k+1)*rank) of A serve the k-th group's outputs.
 *
 * @param layer the analog layer's name
 * @param rank r, at least 0
 * @param rows d
 * @param cols o
 * @param groups 1 but for grouped convolutions
 * @param a row-major [rows, groups*rank]
 * @param b row-major [rank, cols]
 * @param magnitude m, one a column (output), length cols; empty for LoRA
 * @param bias added to the digital bias, length cols; empty for none
 */
public record LowRankAdapter(
        String layer, int rank, int rows, int cols, int groups, float[] a, float[] b, float[] magnitude, float[] bias)
        implements Adapter {

    @Override
    public long parameters() {
        return (long) a.length + b.length + magnitude.length + bias.length;
    }

    public boolean isDora() {
        return magnitude.length > 0;
    }

    @Override
    public LayerChange apply(WeightMatrix drifted) {
        throw new UnsupportedOperationException("STUB");
    }
}
