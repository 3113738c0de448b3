package org.driftscope.algebra;

import java.util.Arrays;

/**
 * A symmetric tridiagonal matrix: its largest eigenvalues by bisection on Sturm counts, and their eigenvectors by inverse
 * iteration. Source: Golub and Van Loan, Matrix Computations, 4th ed., sections 8.2.2 and 8.4.
 *
 * @param diagonal length n
 * @param offDiagonal length n - 1 at least; entry i joins i and i + 1
 */
record Tridiagonal(double[] diagonal, double[] offDiagonal) {
    /** Leaves 2^-46 of the largest row sum. */
    private static final int HALVINGS = 47;

    private static final int MOST_ITERATIONS = 5;
    private static final double LEAST_GROWTH = 1e10;

    int size() {
        return diagonal.length;
    }

    /**
     * The {@code count} largest eigenvalues, largest first. All intervals are halved together: their pivots do not wait
     * for each other's divisions.
     */
    double[] largest(int count) {
        double bound = bound();
        double[] low = new double[count];
        double[] high = new double[count];
        Arrays.fill(low, -bound);
        Arrays.fill(high, bound);
        double[] middle = new double[count];
        int[] above = new int[count];
        for (int halving = 0; halving < HALVINGS; halving++) {
            Arrays.setAll(middle, k -> (low[k] + high[k]) / 2);
            countAbove(middle, above);
            for (int k = 0; k < count; k++) {
                if (above[k] > k) {
                    low[k] = middle[k];
                } else {
                    high[k] = middle[k];
                }
            }
        }
        Arrays.setAll(middle, k -> (low[k] + high[k]) / 2);
        return middle;
    }

    /** Orthonormal eigenvectors of the given eigenvalues, one a column. */
    Matrix vectors(double[] values) {
        int n = size();
        double[] vectors = new double[n * values.length];
        double scale = bound() == 0 ? 1 : bound();
        for (int k = 0; k < values.length; k++) {
            double[] x = vector(values[k], scale, vectors, k);
            System.arraycopy(x, 0, vectors, k * n, n);
        }
        return new Matrix(n, values.length, vectors);
    }

    /** Inverse iteration until a solve grows as only an eigenvector's can, and once more. */
    private double[] vector(double value, double scale, double[] found, int count) {
        TridiagonalFactor factor = TridiagonalFactor.of(this, value, scale);
        double[] x = start(count);
        orthonormaliseInPlace(x, found, count);
        boolean converged = false;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            factor.solveInPlace(x);
            double growth = orthonormaliseInPlace(x, found, count);
            if (converged) {
                break;
            }
            converged = growth * scale > LEAST_GROWTH;
        }
        return x;
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

    /** How many eigenvalues are above each x: the positive pivots of the matrix minus x. */
    private void countAbove(double[] x, int[] above) {
        Arrays.fill(above, 0);
        double[] pivot = new double[x.length];
        Arrays.fill(pivot, 1);
        for (int i = 0; i < diagonal.length; i++) {
            double coupling = i > 0 ? offDiagonal[i - 1] * offDiagonal[i - 1] : 0;
            for (int k = 0; k < x.length; k++) {
                double next = diagonal[i] - x[k] - coupling / pivot[k];
                pivot[k] = next == 0 ? -Double.MIN_NORMAL : next;
                above[k] += next > 0 ? 1 : 0;
            }
        }
    }

    /** A fixed start with a part along every direction; another one for every vector. */
    private double[] start(int k) {
        double[] x = new double[size()];
        Arrays.setAll(x, i -> 1 + 0.5 * Math.sin(1 + i * (k + 1.618)));
        return x;
    }

    /** Takes off the found vectors, twice for their rounding, and scales to norm 1; gives the norm before scaling. */
    private static double orthonormaliseInPlace(double[] x, double[] found, int count) {
        int n = x.length;
        for (int k = 0; k < 2 * count; k++) {
            int vector = k % count * n;
            double along = Matrix.dot(x, 0, found, vector, n);
            Matrix.addScaledInPlace(-along, found, vector, x, 0, n);
        }
        double norm = Math.sqrt(Matrix.dot(x, 0, x, 0, n));
        for (int i = 0; i < n; i++) {
            x[i] /= norm;
        }
        return norm;
    }
}
