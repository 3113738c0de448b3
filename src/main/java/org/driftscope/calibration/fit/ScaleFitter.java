package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Matrix;
import org.driftscope.support.CancelToken;

/**
 * The fit without a low-rank part: {@code W' = s * Wr}, s of least squares with a ridge towards 1, or 1 where no scale is
 * fitted. Nothing is factorised.
 */
public final class ScaleFitter implements GroupFitter {
    private final int rows;
    private final double[] scale;

    private ScaleFitter(int rows, double[] scale) {
        this.rows = rows;
        this.scale = scale;
    }

    /** The fit of a problem that is kept as a whole; parameters as below. */
    public static ScaleFitter of(GroupProblem problem, double ridge, boolean centred, boolean fitsScale) {
        return of(
                problem.drifted(),
                problem.gramDeviation(centred),
                problem.gramDrifted(centred),
                problem.rest().unexplained(centred),
                ridge,
                fitsScale);
    }

    /**
     * @param drifted Wr
     * @param gramDeviation G (Wt - Wr), of the centred moments where a bias is fitted too
     * @param gramDrifted G Wr, likewise
     * @param ridge e, as in {@link ClosedFormFitter}
     * @param fitsScale whether s is fitted
     */
    public static ScaleFitter of(
            Matrix drifted, Matrix gramDeviation, Matrix gramDrifted, double ridge, boolean fitsScale) {
        return of(drifted, gramDeviation, gramDrifted, new double[drifted.cols()], ridge, fitsScale);
    }

    private static ScaleFitter of(
            Matrix drifted,
            Matrix gramDeviation,
            Matrix gramDrifted,
            double[] unexplained,
            double ridge,
            boolean fitsScale) {
        double[] scale = new double[drifted.cols()];
        Arrays.fill(scale, 1);
        for (int j = 0; fitsScale && j < scale.length; j++) {
            double power = gramDrifted.dot(j, drifted, j) + ridge * drifted.dot(j, drifted, j) + unexplained[j];
            scale[j] += power == 0 ? 0 : (gramDeviation.dot(j, drifted, j) - unexplained[j]) / power;
        }
        return new ScaleFitter(drifted.rows(), scale);
    }

    @Override
    public GroupFit fit(int rank, CancelToken cancel) {
        return new GroupFit(Matrix.zeros(rows, 0), Matrix.zeros(0, scale.length), scale.clone());
    }
}
