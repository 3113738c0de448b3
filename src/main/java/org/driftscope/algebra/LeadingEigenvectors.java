package org.driftscope.algebra;

import java.util.Arrays;

/**
 * Eigenvectors of the largest eigenvalues of a small symmetric matrix, by Householder reduction to tridiagonal form.
 * Source: Golub and Van Loan, Matrix Computations, 4th ed., algorithm 8.3.1. About n^3 operations, whatever the count:
 * for orders up to a few hundred.
 */
public final class LeadingEigenvectors {
    private final int n;
    private final double[] work;
    private final double[] factors;
    private final double[] diagonal;
    private final double[] offDiagonal;

    private LeadingEigenvectors(double[] symmetric, int n) {
        this.n = n;
        this.work = symmetric.clone();
        this.factors = new double[n];
        this.diagonal = new double[n];
        this.offDiagonal = new double[n];
    }

    /**
     * Orthonormal eigenvectors, largest eigenvalue first.
     *
     * @param symmetric [n, n], not modified
     * @param count how many, 0 to n
     */
    public static Eigenpairs of(Matrix symmetric, int count) {
        LeadingEigenvectors reduction = new LeadingEigenvectors(symmetric.values(), symmetric.rows());
        reduction.reduce();
        Tridiagonal tridiagonal = new Tridiagonal(reduction.diagonal, reduction.offDiagonal);
        double[] values = tridiagonal.largest(count);
        Matrix vectors = tridiagonal.vectors(values);
        for (int k = 0; k < count; k++) {
            reduction.transformBackInPlace(vectors.values(), k * reduction.n);
        }
        return new Eigenpairs(values, vectors);
    }

    /** Each step's reflector stays in its own column, below the diagonal. */
    private void reduce() {
        double[] product = new double[n];
        for (int k = 0; k < n; k++) {
            diagonal[k] = work[k * n + k];
            if (k + 2 < n) {
                reflectColumn(k);
                if (factors[k] != 0) {
                    updateRest(k, product);
                }
            } else if (k + 1 < n) {
                offDiagonal[k] = work[k * n + k + 1];
            }
        }
    }

    private void reflectColumn(int k) {
        int from = k * n + k + 1;
        int length = n - k - 1;
        double tail = Matrix.dot(work, from + 1, work, from + 1, length - 1);
        double head = work[from];
        if (tail == 0) {
            offDiagonal[k] = head;
            return;
        }
        double norm = Math.sqrt(head * head + tail);
        double alpha = head > 0 ? -norm : norm;
        work[from] = head - alpha;
        offDiagonal[k] = alpha;
        factors[k] = 2 / (work[from] * work[from] + tail);
    }

    /** A - v w^T - w v^T with w = p - (factor/2 p^T v) v and p = factor A v, on the part after column k. */
    private void updateRest(int k, double[] w) {
        int from = k + 1;
        int length = n - from;
        int v = k * n + from;
        Arrays.fill(w, from, n, 0);
        for (int j = 0; j < length; j++) {
            Matrix.addScaledInPlace(factors[k] * work[v + j], work, (from + j) * n + from, w, from, length);
        }
        double along = factors[k] / 2 * Matrix.dot(w, from, work, v, length);
        Matrix.addScaledInPlace(-along, work, v, w, from, length);
        for (int j = 0; j < length; j++) {
            subtractTwo(work[v + j], w, from, w[from + j], v, (from + j) * n + from, length);
        }
    }

    private void subtractTwo(double wFactor, double[] w, int wFrom, double vFactor, int v, int target, int length) {
        for (int i = 0; i < length; i++) {
            work[target + i] -= wFactor * w[wFrom + i] + vFactor * work[v + i];
        }
    }

    private void transformBackInPlace(double[] x, int offset) {
        for (int k = n - 3; k >= 0; k--) {
            int length = n - k - 1;
            double along = factors[k] * Matrix.dot(work, k * n + k + 1, x, offset + k + 1, length);
            Matrix.addScaledInPlace(-along, work, k * n + k + 1, x, offset + k + 1, length);
        }
    }

    /**
     * Some eigenvalues and their eigenvectors.
     *
     * @param values largest first
     * @param vectors orthonormal columns, in the same order
     */
    public record Eigenpairs(double[] values, Matrix vectors) {}
}
