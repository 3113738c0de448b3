package org.driftscope.calibration.algebra;

import java.util.Arrays;

/**
 * A symmetric tridiagonal matrix: its largest eigenvalues by bisection on Sturm counts, and their eigenvectors by inverse
 * iteration. Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.2.2 and 8.4.
 *
 * @param diagonal length n
 * @param offDiagonal length n - 1 at least; entry i joins i and i + 1
 */
record Tridiagonal(double[] diagonal, double[] offDiagonal) {
    private static final int INVERSE_ITERATIONS = 4;

    int size() {
        return diagonal.length;
    }

    /** The {@code count} largest eigenvalues, largest first. */
    double[] largest(int count) {
        double[] values = new double[count];
        double bound = bound();
        double high = bound;
        for (int k = 0; k < count; k++) {
            double low = -bound;
            double tolerance = 1e-13 * bound;
            while (high - low > tolerance) {
                double middle = (low + high) / 2;
                if (above(middle) > k) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            values[k] = (low + high) / 2;
            high = values[k] + tolerance;
        }
        return values;
    }

    /** Orthonormal eigenvectors of the given eigenvalues, one a column. */
    Matrix vectors(double[] values) {
        int n = size();
        double[] vectors = new double[n * values.length];
        double scale = bound() == 0 ? 1 : bound();
        for (int k = 0; k < values.length; k++) {
            TridiagonalFactor factor = TridiagonalFactor.of(this, values[k], scale);
            double[] x = start(k);
            orthonormaliseInPlace(x, vectors, k);
            for (int i = 0; i < INVERSE_ITERATIONS; i++) {
                factor.solveInPlace(x);
                orthonormaliseInPlace(x, vectors, k);
            }
            System.arraycopy(x, 0, vectors, k * n, n);
        }
        return new Matrix(n, values.length, vectors);
    }

    /** Largest absolute row sum, no eigenvalue is beyond it. */
    private double bound() {
        double bound = 0;
        for (int i = 0; i < size(); i++) {
            double left = i > 0 ? Math.abs(offDiagonal[i - 1]) : 0;
            double right = i + 1 < size() ? Math.abs(offDiagonal[i]) : 0;
            bound = Math.max(bound, Math.abs(diagonal[i]) + left + right);
        }
        return bound * (1 + 1e-14);
    }

    /** How many eigenvalues are above x: the positive pivots of the matrix minus x. */
    private int above(double x) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < diagonal.length; i++) {
            double coupling = i > 0 ? offDiagonal[i - 1] : 0;
            pivot = diagonal[i] - x - coupling * coupling / pivot;
            if (pivot == 0) {
                pivot = -Double.MIN_NORMAL;
            }
            if (pivot > 0) {
                count++;
            }
        }
        return count;
    }

    /** A fixed start with a part along every direction; another one for every vector. */
    private double[] start(int k) {
        double[] x = new double[size()];
        Arrays.setAll(x, i -> 1 + 0.5 * Math.sin(1 + i * (k + 1.618)));
        return x;
    }

    private static void orthonormaliseInPlace(double[] x, double[] vectors, int count) {
        int n = x.length;
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < count; k++) {
                double along = Matrix.dot(x, 0, vectors, k * n, n);
                Matrix.addScaledInPlace(-along, vectors, k * n, x, 0, n);
            }
            double scale = 1 / Math.sqrt(Matrix.dot(x, 0, x, 0, n));
            for (int i = 0; i < n; i++) {
                x[i] *= scale;
            }
        }
    }
}
