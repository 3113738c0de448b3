package org.driftscope.calibration.fit;

import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.statistics.LayerStatistics;

/**
 * The gain that gives every output the variance it has in the clean layer: {@code gamma_j = sqrt(w_t^T G_c w_t / w'^T G_c
 * w')}, between 0.5 and 2 and raised to {@code N / (N + 2)}, where the loss-minimising one would shrink the signal. On a
 * final dense layer with fewer than 10 images a ridge {@code e ||w||^2} stands in for the missing samples instead of the
 * power.
 */
public final class VarianceMatching {
    private static final double LEAST = 0.5;
    private static final double MOST = 2;
    private static final int FEW_IMAGES = 10;

    private VarianceMatching() {}

    /**
     * The gains of a group.
     *
     * @param corrected Wr + A B
     * @param ridge e; used on a final dense layer with few images only
     */
    public static double[] gains(GroupProblem problem, Matrix corrected, LayerStatistics statistics, double ridge) {
        double used = needsRidge(statistics) ? ridge : 0;
        return gains(variances(problem, problem.clean(), used), present(problem, corrected, used), statistics);
    }

    private static double[] present(GroupProblem problem, Matrix corrected, double ridge) {
        double[] present = variances(problem, corrected, ridge);
        double[] unexplained = problem.rest().unexplained(true);
        for (int j = 0; j < present.length; j++) {
            present[j] += unexplained[j];
        }
        return present;
    }

    /** Whether a ridge stands in for missing samples. */
    public static boolean needsRidge(LayerStatistics statistics) {
        return statistics.patches() == statistics.images() && statistics.images() < FEW_IMAGES;
    }

    /** The gains from the columns' variances, as they are and as they should be, ridge included. */
    public static double[] gains(double[] wanted, double[] present, LayerStatistics statistics) {
        int images = statistics.images();
        double[] gains = roots(wanted, present);
        double power = needsRidge(statistics) ? 1 : images / (images + 2.0);
        for (int j = 0; j < gains.length; j++) {
            gains[j] = Math.pow(Math.max(LEAST, Math.min(MOST, gains[j])), power);
        }
        return gains;
    }

    /** The square roots alone, 1 where either variance is 0. */
    static double[] raw(GroupProblem problem, Matrix corrected, double ridge) {
        return roots(variances(problem, problem.clean(), ridge), variances(problem, corrected, ridge));
    }

    private static double[] roots(double[] wanted, double[] present) {
        double[] gains = new double[wanted.length];
        for (int j = 0; j < gains.length; j++) {
            gains[j] = wanted[j] > 0 && present[j] > 0 ? Math.sqrt(wanted[j] / present[j]) : 1;
        }
        return gains;
    }

    /** {@code w^T G_c w + e ||w||^2} of every column. */
    private static double[] variances(GroupProblem problem, Matrix weights, double ridge) {
        Matrix product = problem.timesGram(weights);
        double[] means = problem.meanOf(weights);
        double[] variances = new double[weights.cols()];
        for (int j = 0; j < variances.length; j++) {
            double power = weights.dot(j, product, j) + ridge * weights.dot(j, weights, j);
            variances[j] = power - means[j] * means[j];
        }
        return variances;
    }
}
