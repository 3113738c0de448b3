package org.driftscope.adapter;

import org.driftscope.support.RandomSource;

/**
 * The frozen random matrices A and B of VeRA, the same for every layer of every network and for every set of vectors: standard
 * normals that follow from a seed, so that a chip stores none of them. A row of A, or a column of B, does not depend on how many
 * there are: each layer takes the first of what the largest layer would. Source: Kopiczko et al., arXiv 2310.11454 (2024).
 */
public final class FrozenFactors {
    /** What all sets are made with. */
    public static final long SEED = 2_603_26016;

    private FrozenFactors() {}

    /**
     * A.
     *
     * @param rows of the layer
     * @return row-major [rows, rank]
     */
    public static float[] a(long seed, int rank, int rows) {
        return normals(seed, "a", rank, rows);
    }

    /**
     * B, column by column.
     *
     * @param cols of the layer
     * @return column-major [rank, cols]
     */
    public static float[] b(long seed, int rank, int cols) {
        return normals(seed, "b", rank, cols);
    }

    private static float[] normals(long seed, String name, int rank, int count) {
        double[] drawn =
                RandomSource.of(seed).child("vera").child(name).child(rank).gaussians(Math.multiplyExact(rank, count));
        float[] values = new float[drawn.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) drawn[i];
        }
        return values;
    }
}
