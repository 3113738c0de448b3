package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Matrix;

/**
 * What a chip's outputs are beside a product of their inputs with weights: rounding and clipping of converters. Of a chip that
 * is linear, nothing.
 *
 * @param power {@code E[r^2]}, one a column
 * @param mean {@code E[r]}, one a column
 * @param crossed {@code E[x r]}, [rows, cols]; small, since what follows the inputs is in the weights
 */
record Rest(double[] power, double[] mean, Matrix crossed) {
    static Rest none(int rows, int cols) {
        return new Rest(new double[cols], new double[cols], Matrix.zeros(rows, cols));
    }

    Rest times(double c) {
        return new Rest(
                Arrays.stream(power).map(value -> c * c * value).toArray(),
                Arrays.stream(mean).map(value -> c * value).toArray(),
                crossed.times(c));
    }

    /** Of every column what no weights explain. @param centred whether a bias takes the mean */
    double[] unexplained(boolean centred) {
        double[] left = power.clone();
        for (int j = 0; j < left.length; j++) {
            left[j] = Math.max(0, left[j] - (centred ? mean[j] * mean[j] : 0));
        }
        return left;
    }
}
