package org.driftscope.algebra;

import java.util.Arrays;

/**
 * Some vectors and what a symmetric operator makes of them; both go through the same linear changes.
 *
 * @param vectors X, [n, columns]
 * @param images S X, [n, columns]
 */
record Block(Matrix vectors, Matrix images) {
    /** Directions weaker than this share of the strongest are dropped. */
    private static final double DEPENDENT = 1e-10;

    static Block of(SymmetricOperator operator, Matrix vectors) {
        return new Block(vectors, operator.times(vectors));
    }

    int columns() {
        return vectors.cols();
    }

    /** X T and S X T. */
    Block times(Matrix mixing) {
        return new Block(Products.times(vectors, mixing), Products.times(images, mixing));
    }

    /** These vectors less their parts along orthonormal ones. */
    Block without(Block others) {
        Matrix along = Products.transposedTimes(others.vectors, vectors);
        return new Block(
                vectors.minus(Products.times(others.vectors, along)),
                images.minus(Products.times(others.images, along)));
    }

    /** An orthonormal basis of the same space, without directions that are next to nothing. */
    Block orthonormal() {
        return times(orthonormalising(vectors));
    }

    /** All vectors of several blocks side by side. */
    static Block beside(Block... blocks) {
        Matrix vectors = Matrix.beside(Arrays.stream(blocks).map(Block::vectors).toArray(Matrix[]::new));
        Matrix images = Matrix.beside(Arrays.stream(blocks).map(Block::images).toArray(Matrix[]::new));
        return new Block(vectors, images);
    }

    /** T with orthonormal X T, from the eigenvectors of {@code X^T X} once its columns have been brought to length 1. */
    static Matrix orthonormalising(Matrix x) {
        double[] lengths = new double[x.cols()];
        double longest = 0;
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = Math.sqrt(x.dot(k, x, k));
            longest = Math.max(longest, lengths[k]);
        }
        double least = longest * 1e-150;
        double[] scales = Arrays.stream(lengths).map(l -> l > least ? 1 / l : 0).toArray();
        Matrix unit = x.scaleColumns(scales);
        LeadingEigenvectors.Eigenpairs pairs = LeadingEigenvectors.of(Products.transposedTimes(unit, unit), x.cols());
        int kept = 0;
        double[] inverseRoots = new double[x.cols()];
        while (kept < x.cols() && pairs.values()[kept] > DEPENDENT * Math.max(1, pairs.values()[0])) {
            inverseRoots[kept] = 1 / Math.sqrt(pairs.values()[kept]);
            kept++;
        }
        Matrix mixing = pairs.vectors().scaleColumns(inverseRoots).leadingColumns(kept);
        return mixing.scaleRows(scales);
    }
}
