package org.driftscope.algebra;

import java.util.Arrays;
import org.driftscope.support.RandomSource;
import org.jspecify.annotations.Nullable;

/**
 * The leading eigenvectors of a series of similar symmetric matrices.
 *
 * <p>Up to order {@value #EXACT} they are exact. Beyond, where a reduction to tridiagonal form would take too long, a few
 * more vectors than asked for, started from the last matrix's, are improved along their residuals and their last change
 * until what they explain stands still; where eigenvalues lie close together such vectors are some mixture of theirs, which
 * explains as much. Source: Knyazev, SIAM J. Sci. Comput. 23, 517 (2001), without a preconditioner.
 */
public final class LeadingSubspace {
    public static final int EXACT = 192;

    private static final RandomSource START = RandomSource.of(0).child("leading-subspace");
    private static final int SPARE = 8;
    private static final int MOST_STEPS = 80;
    private static final double STILL = 1e-10;
    /** What a step on the way to a similar matrix may still gain. */
    private static final double NEARLY_STILL = 1e-4;

    private final int order;
    private final int count;
    private @Nullable Matrix block;

    /**
     * @param order n
     * @param count vectors wanted, 0 to n
     */
    public LeadingSubspace(int order, int count) {
        this.order = order;
        this.count = count;
    }

    /** Orthonormal vectors [n, count], largest eigenvalue first. */
    public Matrix of(Matrix symmetric) {
        try (SymmetricOperator operator = SymmetricOperator.of(symmetric)) {
            return of(operator);
        }
    }

    /** Orthonormal vectors [n, count], largest eigenvalue first. */
    public Matrix of(SymmetricOperator operator) {
        return pairs(operator, STILL).vectors();
    }

    /** As {@link #of(SymmetricOperator)}, but for large matrices only roughly: a better start for the next one. */
    public Matrix near(SymmetricOperator operator) {
        return pairs(operator, NEARLY_STILL).vectors();
    }

    /** The largest eigenvalues and their vectors. */
    public LeadingEigenvectors.Eigenpairs pairs(SymmetricOperator operator) {
        return pairs(operator, STILL);
    }

    /** As {@link #pairs(SymmetricOperator)}, but of large matrices only roughly. */
    public LeadingEigenvectors.Eigenpairs nearPairs(SymmetricOperator operator) {
        return pairs(operator, NEARLY_STILL);
    }

    private LeadingEigenvectors.Eigenpairs pairs(SymmetricOperator operator, double tolerance) {
        if (count == 0) {
            return new LeadingEigenvectors.Eigenpairs(new double[0], Matrix.zeros(operator.order(), 0));
        }
        if (operator.order() <= EXACT) {
            return LeadingEigenvectors.of(operator.matrix(), count);
        }
        return improved(operator, tolerance);
    }

    private LeadingEigenvectors.Eigenpairs improved(SymmetricOperator operator, double tolerance) {
        Matrix known = block == null ? start(order, Math.min(order, count + SPARE)) : block;
        Block found = Block.of(operator, known).orthonormal();
        Block last = found.times(Matrix.zeros(found.columns(), 0));
        Ritz ritz = Ritz.of(found, found.columns());
        double explained = ritz.explained(count);
        found = found.times(ritz.mixing());
        for (int step = 0; step < MOST_STEPS; step++) {
            Block basis = Block.beside(found, searched(operator, found, last));
            ritz = Ritz.of(basis, found.columns());
            int before = found.columns();
            found = basis.times(ritz.mixing());
            double now = ritz.explained(count);
            if (now - explained <= tolerance * now) {
                break;
            }
            last = basis.times(ritz.change(before));
            explained = now;
        }
        block = found.vectors();
        return new LeadingEigenvectors.Eigenpairs(
                Arrays.copyOf(ritz.values(), count), found.vectors().leadingColumns(count));
    }

    /** Orthonormal directions along residuals and the last change, none of them along what is found. */
    private static Block searched(SymmetricOperator operator, Block found, Block last) {
        Matrix along = Products.transposedTimes(found.vectors(), found.images());
        Matrix residual = found.images().minus(Products.times(found.vectors(), along));
        Matrix unit = Products.times(residual, Block.orthonormalising(residual));
        Matrix clean = unit.minus(Products.times(found.vectors(), Products.transposedTimes(found.vectors(), unit)));
        Block ahead = Block.of(operator, Products.times(clean, Block.orthonormalising(clean)));
        if (last.columns() == 0) {
            return ahead;
        }
        Block beside = Block.beside(found, ahead);
        Block behind = last.without(beside).orthonormal().without(beside).orthonormal();
        return Block.beside(ahead, behind);
    }

    /**
     * The best vectors within a basis.
     *
     * @param values largest first
     * @param mixing of the basis's vectors
     */
    private record Ritz(double[] values, Matrix mixing) {
        static Ritz of(Block basis, int count) {
            Matrix projected = Products.transposedTimes(basis.vectors(), basis.images());
            LeadingEigenvectors.Eigenpairs pairs = LeadingEigenvectors.of(projected, count);
            return new Ritz(pairs.values(), pairs.vectors());
        }

        double explained(int count) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += values[k];
            }
            return sum;
        }

        /** The mixing's part that comes from beyond the basis's first vectors. */
        Matrix change(int first) {
            Matrix change =
                    new Matrix(mixing.rows(), mixing.cols(), mixing.values().clone());
            for (int col = 0; col < change.cols(); col++) {
                Arrays.fill(change.values(), col * change.rows(), col * change.rows() + first, 0);
            }
            return change;
        }
    }

    private static Matrix start(int order, int columns) {
        return new Matrix(order, columns, START.gaussians(Math.multiplyExact(order, columns)));
    }
}
