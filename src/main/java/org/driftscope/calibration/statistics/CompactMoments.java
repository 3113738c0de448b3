package org.driftscope.calibration.statistics;

import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.LeadingSubspace;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.SymmetricOperator;

/**
 * Moments of large layers cut short for a file: the leading eigenvectors of the centred moments, and what they leave of each
 * input's variance. Directions beyond them are kept only as variances of single inputs; their covariances are lost.
 */
public final class CompactMoments {
    /** Directions kept of a large layer's inputs. */
    public static final int DIRECTIONS = 144;

    /** Directions kept of a large layer's output Fisher. */
    private static final int FISHER_DIRECTIONS = 48;

    /** Outputs of a group beyond which an output Fisher is cut short. */
    private static final int LARGE_FISHER = 512;

    private CompactMoments() {}

    /** Whether a layer's moments are cut short. @param rows d */
    public static boolean cutsInputs(int rows) {
        return rows > InputMoments.LARGE_ROWS;
    }

    /** Whether a layer's output Fisher is cut short. @param outputs of a group */
    public static boolean cutsFisher(int outputs) {
        return outputs > LARGE_FISHER;
    }

    /** An output Fisher of many outputs as it goes into a file. @param fisher S, row-major [o, o], symmetric */
    public static FactoredMoments ofFisher(double[] fisher) {
        int order = (int) Math.round(Math.sqrt(fisher.length));
        return leading(new DenseMoments(fisher, new double[order]), FISHER_DIRECTIONS);
    }

    /** The moments of a large layer as they go into a file. */
    public static FactoredMoments of(InputMoments moments) {
        return moments instanceof FactoredMoments factored && factored.count() <= DIRECTIONS
                ? factored
                : leading(moments, DIRECTIONS);
    }

    /** @param count directions to keep, at most d */
    static FactoredMoments leading(InputMoments moments, int count) {
        int d = moments.rows();
        LeadingEigenvectors.Eigenpairs pairs;
        try (SymmetricOperator centred = centred(moments)) {
            pairs = new LeadingSubspace(d, count).nearPairs(centred);
        }
        float[] factors = new float[Math.multiplyExact(count, d)];
        float[] rest = new float[d];
        double[] diagonal = moments.diagonal();
        for (int row = 0; row < d; row++) {
            double left = diagonal[row] - moments.mean()[row] * moments.mean()[row];
            for (int k = 0; k < count; k++) {
                double factor = Math.sqrt(Math.max(0, pairs.values()[k]))
                        * pairs.vectors().at(row, k);
                factors[row * count + k] = (float) factor;
                left -= factor * factor;
            }
            rest[row] = (float) Math.max(0, left);
        }
        return new FactoredMoments(factors, rest, moments.mean());
    }

    /** {@code G - mu mu^T}. */
    private static SymmetricOperator centred(InputMoments moments) {
        if (moments instanceof FactoredMoments factored && factored.rest().length == 0) {
            return SymmetricOperator.ofRoot(factored.factors(true));
        }
        double[] gram = moments.gram();
        double[] mean = moments.mean();
        double[] values = gram.clone();
        for (int row = 0; row < mean.length; row++) {
            Matrix.addScaledInPlace(-mean[row], mean, 0, values, row * mean.length, mean.length);
        }
        return SymmetricOperator.of(new Matrix(mean.length, mean.length, values));
    }
}
