package org.driftscope.calibration.statistics;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;

/**
 * Moments kept whole, in double precision: {@code 8 d^2} bytes.
 *
 * @param gram G, row-major [d, d], symmetric
 * @param mean mu, [d]
 */
public record DenseMoments(double[] gram, double[] mean) implements InputMoments {
    @Override
    public int rows() {
        return mean.length;
    }

    @Override
    public Matrix times(Matrix weights) {
        return Products.times(new Matrix(rows(), rows(), gram), weights);
    }

    @Override
    public double[] diagonal() {
        double[] diagonal = new double[rows()];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = gram[i * diagonal.length + i];
        }
        return diagonal;
    }

    @Override
    public double power(double[] column, int from, int to) {
        double power = 0;
        for (int row = from; row < to; row++) {
            power += column[row] * Matrix.dot(gram, row * column.length + from, column, from, to - from);
        }
        return power;
    }
}
