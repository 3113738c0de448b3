package org.driftscope.algebra;

import java.util.Arrays;

/** Cholesky factor and triangular inverse of one small column-major block. */
final class SmallCholesky {
    private SmallCholesky() {}

    /**
     * Overwrites the lower triangle with the factor and zeroes the rest.
     *
     * @throws ArithmeticException at a pivot that is not positive
     */
    static void factoriseInPlace(double[] block, int n) {
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                double factor = -block[k * n + j];
                Matrix.addScaledInPlace(factor, block, k * n + j, block, j * n + j, n - j);
            }
            double pivot = block[j * n + j];
            if (!(pivot > 0) || Double.isInfinite(pivot)) {
                throw new ArithmeticException("not positive definite: pivot " + pivot);
            }
            double scale = 1 / Math.sqrt(pivot);
            for (int i = j; i < n; i++) {
                block[j * n + i] *= scale;
            }
            Arrays.fill(block, j * n, j * n + j, 0);
        }
    }

    /** The inverse of a lower triangular block, a new array with zeros above the diagonal. */
    static double[] invertLower(double[] lower, int n) {
        double[] inverse = new double[n * n];
        for (int col = 0; col < n; col++) {
            int at = col * n;
            inverse[at + col] = 1;
            for (int k = col; k < n; k++) {
                inverse[at + k] /= lower[k * n + k];
                double solved = -inverse[at + k];
                Matrix.addScaledInPlace(solved, lower, k * n + k + 1, inverse, at + k + 1, n - k - 1);
            }
        }
        return inverse;
    }
}
