package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.adapter.FactorPrecision;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;

/**
 * What was fitted for one group of a layer: {@code W' = gain * (Wr + A B)}, the gain one a column.
 *
 * @param a [d, r]
 * @param b [r, o]
 * @param gain length o; DoRA's m / ||Wr + A B||
 * @param precision how A and B are held
 */
public record GroupFit(Matrix a, Matrix b, double[] gain, FactorPrecision precision) {
    /** With factors as they were fitted. */
    public GroupFit(Matrix a, Matrix b, double[] gain) {
        this(a, b, gain, FactorPrecision.FULL);
    }

    /** A fit whose gains are 1. */
    static GroupFit withoutGain(Matrix a, Matrix b) {
        double[] ones = new double[b.cols()];
        Arrays.fill(ones, 1);
        return new GroupFit(a, b, ones);
    }

    public GroupFit withGain(double[] newGain) {
        return new GroupFit(a, b, newGain, precision);
    }

    /** Wr + A B, a new matrix. */
    public Matrix direction(Matrix drifted) {
        Matrix sum = Products.times(a, b);
        double[] values = sum.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += drifted.values()[i];
        }
        return sum;
    }
}
