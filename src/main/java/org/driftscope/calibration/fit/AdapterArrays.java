package org.driftscope.calibration.fit;

import org.driftscope.adapter.FactorPrecision;
import org.driftscope.adapter.LowRankAdapter;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.spec.AdapterParts;

/** The arrays of a low-rank adapter, filled group by group, and back. */
public final class AdapterArrays {
    private final int rank;
    private final int rows;
    private final int cols;
    private final int groups;
    private final boolean gained;
    private final float[] a;
    private final float[] b;
    private final float[] magnitude;
    private final float[] bias;
    private final FactorPrecision precision;

    public AdapterArrays(int rank, int rows, int cols, int groups, AdapterParts correction) {
        this.rank = rank;
        this.rows = rows;
        this.cols = cols;
        this.groups = groups;
        this.gained = correction.layerGain() && !correction.magnitude();
        this.a = new float[Math.multiplyExact(rows, groups * rank)];
        this.b = new float[Math.multiplyExact(rank, cols)];
        this.magnitude = new float[correction.magnitude() ? cols : 0];
        this.bias = new float[correction.bias() ? cols : 0];
        this.precision = rank == 0 || correction.factorBits() == FactorPrecision.FULL_BITS
                ? FactorPrecision.FULL
                : new FactorPrecision(correction.factorBits(), new float[groups * rank], new float[groups * rank]);
    }

    /**
     * Puts a group's fit in: {@code s (c Wr + A B) = s c (Wr + (A / c) B)}.
     *
     * @param gain c
     * @param squares {@code |c Wr + A B|^2} of every column
     * @param missing what a bias has to add to every output
     */
    public void put(int group, GroupFit fit, double gain, double[] squares, double[] missing) {
        int groupCols = cols / groups;
        copyTransposed(gain == 1 ? fit.a() : fit.a().times(1 / gain), a, group * rank, groups * rank);
        copyTransposed(fit.b(), b, group * groupCols, cols);
        if (precision.isNarrow()) {
            System.arraycopy(fit.precision().scalesA(), 0, precision.scalesA(), group * rank, rank);
            System.arraycopy(fit.precision().scalesB(), 0, precision.scalesB(), group * rank, rank);
        }
        for (int j = 0; j < groupCols && magnitude.length > 0; j++) {
            magnitude[group * groupCols + j] = (float) (fit.gain()[j] * Math.sqrt(squares[j]));
        }
        for (int j = 0; j < groupCols && bias.length > 0; j++) {
            bias[group * groupCols + j] = (float) missing[j];
        }
    }

    /** The adapter; a magnitude holds the gain: {@code m = s ||c Wr + A B||}. @param gain c */
    public LowRankAdapter adapter(String layer, double gain) {
        float[] alone = gained ? new float[] {(float) gain} : new float[0];
        return new LowRankAdapter(layer, rank, rows, cols, groups, a, b, magnitude, bias, alone, precision);
    }

    /** A of a group, [d, r]. */
    public static Matrix groupA(LowRankAdapter adapter, int group) {
        int rank = adapter.rank();
        return part(adapter.a(), adapter.rows(), rank, group * rank, adapter.groups() * rank);
    }

    /** B of a group, [r, o]. */
    public static Matrix groupB(LowRankAdapter adapter, int group) {
        int count = adapter.cols() / adapter.groups();
        return part(adapter.b(), adapter.rank(), count, group * count, adapter.cols());
    }

    /** Some columns of a row-major array of {@code stride} columns. */
    private static Matrix part(float[] from, int rows, int cols, int firstCol, int stride) {
        Matrix part = Matrix.zeros(rows, cols);
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                part.values()[col * rows + row] = from[row * stride + firstCol + col];
            }
        }
        return part;
    }

    /** Copies a column-major matrix into a row-major array of {@code stride} columns, from column {@code firstCol} on. */
    private static void copyTransposed(Matrix from, float[] to, int firstCol, int stride) {
        for (int col = 0; col < from.cols(); col++) {
            for (int row = 0; row < from.rows(); row++) {
                to[row * stride + firstCol + col] = (float) from.at(row, col);
            }
        }
    }
}
