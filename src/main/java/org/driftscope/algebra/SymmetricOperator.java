package org.driftscope.algebra;

import org.jspecify.annotations.Nullable;

/** A symmetric positive semi-definite matrix, known by what it does to vectors. Holds native memory until it is closed. */
public interface SymmetricOperator extends AutoCloseable {
    /** Rows and columns n. */
    int order();

    /** S X, a new matrix. @param block X, [n, any] */
    Matrix times(Matrix block);

    /** S as a whole, [n, n]. */
    Matrix matrix();

    @Override
    void close();

    /** A matrix that is at hand. */
    static SymmetricOperator of(Matrix symmetric) {
        return new Rooted(symmetric, false);
    }

    /** {@code M^T M}. @param root M */
    static SymmetricOperator ofRoot(Matrix root) {
        return new Rooted(root, true);
    }

    /** A matrix, or its square; copied to native memory when it is first multiplied. */
    final class Rooted implements SymmetricOperator {
        private final Matrix matrix;
        private final boolean squared;
        private @Nullable NativeMatrix copy;

        private Rooted(Matrix matrix, boolean squared) {
            this.matrix = matrix;
            this.squared = squared;
        }

        @Override
        public int order() {
            return matrix.cols();
        }

        @Override
        public Matrix times(Matrix block) {
            Matrix product = held().times(block);
            return squared ? held().transposedTimes(product) : product;
        }

        private NativeMatrix held() {
            NativeMatrix held = copy == null ? NativeMatrix.of(matrix) : copy;
            copy = held;
            return held;
        }

        @Override
        public Matrix matrix() {
            return squared ? Products.transposedTimes(matrix, matrix) : matrix;
        }

        @Override
        public void close() {
            if (copy != null) {
                copy.close();
                copy = null;
            }
        }
    }
}
