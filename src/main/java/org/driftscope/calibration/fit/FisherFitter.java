package org.driftscope.calibration.fit;

import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricRoot;
import org.driftscope.support.CancelToken;

/**
 * Reduced-rank ridge regression towards the drifted weights with the outputs weighted by their Fisher matrix S.
 *
 * <p>With {@code G_c + e I = C C^T}, {@code M = C^-1 G_c (Wt - Wr)} and the singular vectors V of {@code N = M S^(1/2)},
 * the best correction of rank r is {@code Delta = C^-T N V_r V_r^T S^(-1/2)}, and the k-th rank takes
 * {@code sigma_k^2} off the weighted loss {@code tr(Delta^T G Delta S)}.
 */
public final class FisherFitter implements GroupFitter {
    private final Matrix left;
    private final Matrix right;
    private final double[] gains;

    /**
     * @param fisher S, [o, o]
     * @param ridge e, added to the moments' diagonal
     */
    public FisherFitter(GroupProblem problem, double[] fisher, double ridge) {
        int o = problem.cols();
        SymmetricRoot root = SymmetricRoot.of(new Matrix(o, o, fisher));
        try (Cholesky cholesky = Cholesky.of(problem.moments(true), problem.rows(), ridge)) {
            Matrix whitened = Products.times(cholesky.solveLower(problem.gramDeviation(true)), root.root());
            LeadingEigenvectors.Eigenpairs pairs =
                    LeadingEigenvectors.of(Products.transposedTimes(whitened, whitened), Math.min(o, problem.rows()));
            gains = pairs.values();
            left = cholesky.solveUpper(Products.times(whitened, pairs.vectors()));
            right = Products.transposedTimes(pairs.vectors(), root.inverse());
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
