package org.driftscope.calibration.algebra;

/** A symmetric positive semi-definite matrix, known by what it does to vectors. */
public interface SymmetricOperator {
    /** Rows and columns n. */
    int order();

    /** S X, a new matrix. @param block X, [n, any] */
    Matrix times(Matrix block);

    /** S as a whole, [n, n]. */
    Matrix matrix();

    /** A matrix that is at hand. */
    static SymmetricOperator of(Matrix symmetric) {
        return new SymmetricOperator() {
            @Override
            public int order() {
                return symmetric.rows();
            }

            @Override
            public Matrix times(Matrix block) {
                return Products.times(symmetric, block);
            }

            @Override
            public Matrix matrix() {
                return symmetric;
            }
        };
    }

    /** {@code M^T M}. @param root M */
    static SymmetricOperator ofRoot(Matrix root) {
        return new SymmetricOperator() {
            @Override
            public int order() {
                return root.cols();
            }

            @Override
            public Matrix times(Matrix block) {
                return Products.transposedTimes(root, Products.times(root, block));
            }

            @Override
            public Matrix matrix() {
                return Products.transposedTimes(root, root);
            }
        };
    }
}
