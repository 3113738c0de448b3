package org.driftscope.calibration.statistics;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;

/**
 * Moments of a large layer that saw more patches than it has inputs: the lower triangle in single precision, {@code 2 d^2}
 * bytes.
 *
 * @param triangle of G, row by row, [d (d + 1) / 2]
 * @param mean mu, [d]
 */
public record SingleMoments(float[] triangle, double[] mean) implements InputMoments {
    @Override
    public int rows() {
        return mean.length;
    }

    @Override
    public Matrix times(Matrix weights) {
        return Products.times(new Matrix(rows(), rows(), gram()), weights);
    }

    @Override
    public double[] diagonal() {
        double[] diagonal = new double[rows()];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = triangle[at(i, i)];
        }
        return diagonal;
    }

    @Override
    public double[] gram() {
        int d = rows();
        double[] gram = new double[Math.multiplyExact(d, d)];
        for (int row = 0; row < d; row++) {
            for (int col = 0; col <= row; col++) {
                gram[row * d + col] = triangle[at(row, col)];
                gram[col * d + row] = gram[row * d + col];
            }
        }
        return gram;
    }

    @Override
    public double power(double[] column, int from, int to) {
        double power = 0;
        for (int row = from; row < to; row++) {
            double sum = triangle[at(row, row)] * column[row] / 2;
            for (int col = from; col < row; col++) {
                sum += triangle[at(row, col)] * column[col];
            }
            power += 2 * column[row] * sum;
        }
        return power;
    }

    private static int at(int row, int col) {
        return (int) ((long) row * (row + 1) / 2) + col;
    }
}
