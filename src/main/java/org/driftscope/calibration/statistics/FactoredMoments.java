package org.driftscope.calibration.statistics;

import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;

/**
 * Moments as {@code G = X^T X + diag(rest) + mu mu^T}, X [k, d] with fewer rows than inputs. Of a layer that saw fewer
 * patches than it has inputs X is those patches less their mean, over the root of their number, and nothing is left over; of
 * statistics cut short X is the leading directions and {@code rest} what they leave of each input's variance.
 *
 * @param factors X, column-major [k, d]
 * @param rest [d], at least 0; empty where there is none
 * @param mean mu, [d]
 */
public record FactoredMoments(float[] factors, float[] rest, double[] mean) implements InputMoments {
    public FactoredMoments {
        if (mean.length == 0 || factors.length % mean.length != 0 || (rest.length != 0 && rest.length != mean.length)) {
            throw new IllegalArgumentException(
                    factors.length + " factors and " + rest.length + " rests of " + mean.length + " inputs");
        }
    }

    @Override
    public int rows() {
        return mean.length;
    }

    /** Rows k of X. */
    public int count() {
        return factors.length / mean.length;
    }

    /** X, [k, d]; with mu as one more row where the moments are not to be centred. */
    public Matrix factors(boolean centred) {
        int k = count();
        int height = centred ? k : k + 1;
        double[] values = new double[Math.multiplyExact(height, mean.length)];
        for (int col = 0; col < mean.length; col++) {
            for (int row = 0; row < k; row++) {
                values[col * height + row] = factors[col * k + row];
            }
            if (!centred) {
                values[col * height + k] = mean[col];
            }
        }
        return new Matrix(height, mean.length, values);
    }

    @Override
    public Matrix times(Matrix weights) {
        Matrix x = factors(false);
        return plusRest(Products.transposedTimes(x, Products.times(x, weights)), weights);
    }

    /** Adds {@code diag(rest) W} to a product, which is overwritten. */
    public Matrix plusRest(Matrix product, Matrix weights) {
        double[] values = product.values();
        for (int i = 0; i < values.length && rest.length > 0; i++) {
            values[i] += rest[i % rest.length] * weights.values()[i];
        }
        return product;
    }

    @Override
    public double[] diagonal() {
        int k = count();
        double[] diagonal = new double[rows()];
        for (int col = 0; col < diagonal.length; col++) {
            double sum = mean[col] * mean[col] + (rest.length == 0 ? 0 : rest[col]);
            for (int i = col * k; i < (col + 1) * k; i++) {
                sum += (double) factors[i] * factors[i];
            }
            diagonal[col] = sum;
        }
        return diagonal;
    }

    @Override
    public double[] gram() {
        Matrix x = factors(false);
        double[] gram = Products.transposedTimes(x, x).values();
        for (int i = 0; i < rest.length; i++) {
            gram[i * rest.length + i] += rest[i];
        }
        return gram;
    }

    @Override
    public double power(double[] column, int from, int to) {
        int k = count();
        double[] outputs = new double[k];
        double mean = 0;
        double power = 0;
        for (int row = from; row < to; row++) {
            for (int i = 0; i < k; i++) {
                outputs[i] += factors[row * k + i] * column[row];
            }
            mean += this.mean[row] * column[row];
            power += rest.length == 0 ? 0 : rest[row] * column[row] * column[row];
        }
        return power + mean * mean + Matrix.dot(outputs, 0, outputs, 0, k);
    }
}
