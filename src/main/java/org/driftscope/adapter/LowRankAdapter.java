package org.driftscope.adapter;

import java.util.Arrays;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * DoRA and LoRA, with an optional bias: {@code W' = m * (Wr + A B) / ||Wr + A B||_column}, or {@code W' = Wr + A B} where
 * there is no magnitude. Sources: Liu et al., arXiv 2402.09353 (2024); Hu et al., arXiv 2106.09685 (2021). Rank 0 leaves
 * A and B empty: a magnitude alone, a bias alone, or both (scale and bias of every column). Where there is no magnitude to
 * hold it, one gain c may scale the whole layer: {@code W' = c (Wr + A B)}.
 *
 * <p>A grouped layer has one low-rank pair a group: columns [k*rank, (k+1)*rank) of A serve the k-th group's outputs.
 * The arrays are shared, not copied: treat them as read-only.
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
 * @param gain c, one number; empty for none, and where there is a magnitude
 * @param precision how A and B are held; narrow ones are multiples of its scales
 */
public record LowRankAdapter(
        String layer,
        int rank,
        int rows,
        int cols,
        int groups,
        float[] a,
        float[] b,
        float[] magnitude,
        float[] bias,
        float[] gain,
        FactorPrecision precision)
        implements Adapter {
    public LowRankAdapter {
        if (rank < 0 || rows < 1 || cols < 1 || groups < 1 || cols % groups != 0) {
            throw new IllegalArgumentException(
                    "adapter of rank " + rank + " for " + rows + " x " + cols + " in " + groups);
        }
        requireLength("A", a, (long) rows * groups * rank);
        requireLength("B", b, (long) rank * cols);
        requireLength("magnitude", magnitude, magnitude.length == 0 ? 0 : cols);
        requireLength("bias", bias, bias.length == 0 ? 0 : cols);
        requireLength("gain", gain, gain.length == 0 || magnitude.length > 0 ? 0 : 1);
        requireLength("scales", precision.scalesA(), precision.isNarrow() ? (long) groups * rank : 0);
    }

    /** Without a gain, with factors as they were fitted. */
    public LowRankAdapter(
            String layer,
            int rank,
            int rows,
            int cols,
            int groups,
            float[] a,
            float[] b,
            float[] magnitude,
            float[] bias) {
        this(layer, rank, rows, cols, groups, a, b, magnitude, bias, new float[0], FactorPrecision.FULL);
    }

    /** Without a low-rank part. */
    public LowRankAdapter withoutFactors() {
        return withFactors(0, new float[0], new float[0], FactorPrecision.FULL);
    }

    /** The same values, held as they are. */
    public LowRankAdapter atFullBits() {
        return withFactors(rank, a, b, FactorPrecision.FULL);
    }

    /** With another low-rank part. */
    public LowRankAdapter withFactors(int newRank, float[] newA, float[] newB, FactorPrecision held) {
        return new LowRankAdapter(layer, newRank, rows, cols, groups, newA, newB, magnitude, bias, gain, held);
    }

    @Override
    public long parameters() {
        return (long) a.length + b.length + magnitude.length + bias.length + gain.length;
    }

    @Override
    public double sramBits(double word) {
        if (!precision.isNarrow()) {
            return parameters() * word;
        }
        long values = (long) a.length + b.length;
        long factors = FactorPrecision.sramBits(precision.bits(), values, precision.scalesA().length);
        return factors + (parameters() - values) * word;
    }

    public boolean isDora() {
        return magnitude.length > 0;
    }

    @Override
    public LayerChange apply(WeightMatrix drifted) {
        return keep(drifted, drifted);
    }

    /** What SRAM holds of a magnitude is its ratio to the norm of the weights it was fitted for. */
    @Override
    public LayerChange keep(WeightMatrix fitted, WeightMatrix now) {
        WeightShape.require(layer, rows, cols, fitted);
        WeightShape.require(layer, rows, cols, now);
        float[] values = direction(now);
        float[] scale = isDora() ? magnitudes(fitted == now ? values : direction(fitted)) : gains();
        for (int i = 0; scale.length > 0 && i < values.length; i++) {
            values[i] *= scale[i % cols];
        }
        return new LayerChange(new WeightMatrix(rows, cols, values), bias.clone(), scale, null);
    }

    /** Wr + A B, row by row so that the inner loop runs along memory. */
    private float[] direction(WeightMatrix drifted) {
        float[] values = drifted.values().clone();
        int groupCols = cols / groups;
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < groups * rank; k++) {
                float factor = a[row * groups * rank + k];
                int from = k / rank * groupCols;
                int bRow = k % rank * cols;
                for (int col = from; col < from + groupCols; col++) {
                    values[row * cols + col] += factor * b[bRow + col];
                }
            }
        }
        return values;
    }

    /** The one gain for every column; empty where there is none. */
    private float[] gains() {
        float[] scale = new float[gain.length == 0 ? 0 : cols];
        Arrays.fill(scale, gain.length == 0 ? 1 : gain[0]);
        return scale;
    }

    /** What the columns are multiplied by. @param normed whose column norms the magnitude is held against */
    private float[] magnitudes(float[] normed) {
        double[] squares = new double[cols];
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                double v = normed[row * cols + col];
                squares[col] += v * v;
            }
        }
        float[] scale = new float[cols];
        for (int col = 0; col < cols; col++) {
            // A column of zeros has no direction to scale: it stays zero.
            scale[col] = squares[col] == 0 ? 0 : (float) (magnitude[col] / Math.sqrt(squares[col]));
        }
        return scale;
    }

    private static void requireLength(String what, float[] values, long expected) {
        if (values.length != expected) {
            throw new IllegalArgumentException(what + " has " + values.length + " values, expected " + expected);
        }
    }
}
