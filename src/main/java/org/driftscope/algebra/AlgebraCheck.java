package org.driftscope.algebra;

import org.driftscope.support.DriftscopeException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the numerical library computes right on this machine, found out once and before anything rests on it. OpenBLAS
 * 0.3.19 multiplies wrongly where {@code OPENBLAS_CORETYPE} is set but empty; calibration would then fail much later, and
 * blame the images.
 */
public final class AlgebraCheck {
    private static final int SIZE = 64;
    private static final double TOLERANCE = 1e-9;
    /** Errors in single precision count this much less: 1e-5 of an entry would be one. */
    private static final double SINGLE_SHARE = 1e-4;

    private static final String VARIABLE = "OPENBLAS_CORETYPE";

    /** Computed on first use, which is what the holder is for. */
    private static final class Once {
        private static final double ERROR = largestError();
    }

    private AlgebraCheck() {}

    /** @throws DriftscopeException if a product of two small matrices is wrong */
    public static void require() {
        requireRight(Once.ERROR, System.getenv(VARIABLE));
    }

    /** @param coreType value of the variable that chooses OpenBLAS's kernels; null where it is not set */
    static void requireRight(double error, @Nullable String coreType) {
        if (error < TOLERANCE) {
            return;
        }
        String remedy = coreType == null
                ? "Set " + VARIABLE + "=Haswell and start again."
                : "The environment sets " + VARIABLE + " to '" + coreType + "': unset it and start again.";
        throw new DriftscopeException("The numerical library multiplies wrongly on this machine, so no result could be"
                + " trusted. " + remedy);
    }

    /** Of products by the library, in both precisions, against plain sums; relative to the largest entry. */
    private static double largestError() {
        Matrix a = numbers(1);
        Matrix b = numbers(2);
        Matrix product = Products.times(a, b);
        float[] single = new float[SIZE * SIZE];
        for (int i = 0; i < single.length; i++) {
            single[i] = (float) a.values()[i];
        }
        float[] squares = new float[SIZE * SIZE];
        Products.lowerSelfProduct(single, SIZE, SIZE, squares);
        double error = 0;
        double largest = 0;
        for (int row = 0; row < SIZE; row++) {
            for (int col = 0; col < SIZE; col++) {
                double sum = 0;
                double square = 0;
                for (int i = 0; i < SIZE; i++) {
                    sum += a.at(row, i) * b.at(i, col);
                    square += (double) single[row * SIZE + i] * single[col * SIZE + i];
                }
                error = larger(error, Math.abs(sum - product.at(row, col)));
                if (col <= row) {
                    error = larger(error, Math.abs(square - squares[row * SIZE + col]) * SINGLE_SHARE);
                }
                largest = Math.max(largest, Math.max(Math.abs(sum), Math.abs(square)));
            }
        }
        return error / largest;
    }

    /** NaN counts as the largest of all. */
    private static double larger(double error, double difference) {
        return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(error, difference);
    }

    private static Matrix numbers(int seed) {
        Matrix matrix = Matrix.zeros(SIZE, SIZE);
        double[] values = matrix.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(seed * 12.9898 + i * 78.233);
        }
        return matrix;
    }
}
