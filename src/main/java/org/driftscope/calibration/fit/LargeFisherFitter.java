package org.driftscope.calibration.fit;

import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.LeadingSubspace;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.NativeMatrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricOperator;
import org.driftscope.support.CancelToken;

/**
 * As {@link FisherFitter} on a large group, for its first {@value #MOST_RANKS} ranks. Any root R of the output Fisher,
 * {@code S = R R^T}, gives the same correction {@code Delta = (G_c + e I)^-1 G_c E R V_r V_r^T R^-1}; here it is the Cholesky
 * factor, with a thousandth of the mean eigenvalue on the diagonal so that directions without weight stay invertible.
 */
public final class LargeFisherFitter implements GroupFitter {
    static final int MOST_RANKS = 96;

    private static final double FLOOR = 1e-3;

    private final Matrix left;
    private final Matrix right;
    private final double[] gains;

    /**
     * @param products of the centred moments
     * @param fisher S, [o, o]
     */
    public LargeFisherFitter(LargeProducts products, double[] fisher) {
        int o = products.backward().cols();
        int ranks = Math.min(MOST_RANKS, Math.min(o, products.backward().rows()));
        SymmetricOperator residual = products.form().at(new double[o]);
        try (Cholesky cholesky = Cholesky.of(fisher, o, floor(fisher, o))) {
            Matrix root = cholesky.factor();
            LeadingEigenvectors.Eigenpairs pairs = new LeadingSubspace(o, ranks).pairs(new Weighted(residual, root));
            gains = pairs.values();
            left = Products.times(products.backward(), Products.times(root, pairs.vectors()));
            right = cholesky.solveUpper(pairs.vectors()).transposed();
        }
    }

    /** A thousandth of the mean eigenvalue; 1, so that S counts as the unit matrix, where S is zero. */
    private static double floor(double[] fisher, int o) {
        double trace = 0;
        for (int i = 0; i < o; i++) {
            trace += fisher[i * o + i];
        }
        return trace > 0 ? FLOOR * trace / o : 1;
    }

    /** {@code R^T M^T M R}. */
    private static final class Weighted implements SymmetricOperator {
        private final SymmetricOperator residual;
        private final Matrix root;
        private final NativeMatrix copy;

        private Weighted(SymmetricOperator residual, Matrix root) {
            this.residual = residual;
            this.root = root;
            this.copy = NativeMatrix.of(root);
        }

        @Override
        public int order() {
            return root.rows();
        }

        @Override
        public Matrix times(Matrix block) {
            return copy.transposedTimes(residual.times(copy.times(block)));
        }

        @Override
        public Matrix matrix() {
            return Products.transposedTimes(root, Products.times(residual.matrix(), root));
        }

        @Override
        public void close() {
            residual.close();
            copy.close();
        }
    }

    /** What each rank takes off the weighted loss, largest first; at least 0. */
    public double[] gains() {
        double[] positive = gains.clone();
        for (int k = 0; k < positive.length; k++) {
            positive[k] = Math.max(0, positive[k]);
        }
        return positive;
    }

    @Override
    public GroupFit fit(int rank, CancelToken cancel) {
        return GroupFit.withoutGain(left.leadingColumns(rank), right.leadingRows(rank));
    }
}
