package org.driftscope.calibration.algebra;

import java.util.Arrays;

/**
 * The leading eigenvectors of a series of similar symmetric matrices.
 *
 * <p>Up to order {@value #EXACT} they are exact. Beyond, where a reduction to tridiagonal form would take too long, they
 * come from subspace iteration on a few more vectors than asked for, started from the last matrix's, until what they
 * explain stands still to 1e-12; where eigenvalues lie close together such vectors are some mixture of theirs, which
 * explains as much.
 */
public final class LeadingSubspace {
    static final int EXACT = 192;

    private static final int SPARE = 8;
    private static final int MOST_STEPS = 60;

    private final int count;
    private Matrix block;

    /**
     * @param order n
     * @param count vectors wanted, 0 to n
     */
    public LeadingSubspace(int order, int count) {
        this.count = count;
        this.block = start(order, Math.min(order, count + SPARE));
    }

    /** Orthonormal vectors [n, count], largest eigenvalue first. */
    public Matrix of(Matrix symmetric) {
        if (count == 0) {
            return Matrix.zeros(symmetric.rows(), 0);
        }
        if (symmetric.rows() <= EXACT) {
            return LeadingEigenvectors.of(symmetric, count).vectors();
        }
        return iterate(symmetric);
    }

    private Matrix iterate(Matrix symmetric) {
        double explained = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            Matrix basis = orthonormalised(Products.times(symmetric, block));
            Matrix projected = Products.transposedTimes(basis, Products.times(symmetric, basis));
            LeadingEigenvectors.Eigenpairs ritz = LeadingEigenvectors.of(projected, basis.cols());
            block = Products.times(basis, ritz.vectors());
            double now = 0;
            for (int k = 0; k < count; k++) {
                now += ritz.values()[k];
            }
            if (now - explained <= 1e-12 * now) {
                break;
            }
            explained = now;
        }
        int n = symmetric.rows();
        return new Matrix(n, count, Arrays.copyOf(block.values(), n * count));
    }

    /** Gram-Schmidt, twice; a column that vanishes is left as zeros. */
    private static Matrix orthonormalised(Matrix columns) {
        int n = columns.rows();
        double[] q = columns.values();
        for (int k = 0; k < columns.cols(); k++) {
            double before = Matrix.dot(q, k * n, q, k * n, n);
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < k; j++) {
                    double along = Matrix.dot(q, k * n, q, j * n, n);
                    Matrix.addScaledInPlace(-along, q, j * n, q, k * n, n);
                }
            }
            double left = Matrix.dot(q, k * n, q, k * n, n);
            double scale = left <= 1e-28 * before ? 0 : 1 / Math.sqrt(left);
            for (int i = k * n; i < (k + 1) * n; i++) {
                q[i] *= scale;
            }
        }
        return columns;
    }

    private static Matrix start(int order, int columns) {
        Matrix start = Matrix.zeros(order, columns);
        for (int i = 0; i < start.values().length; i++) {
            start.values()[i] = Math.sin(1 + 1.618 * i);
        }
        return start;
    }
}
