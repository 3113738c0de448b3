package org.driftscope.calibration;

import java.util.Arrays;
import org.driftscope.calibration.algebra.Matrix;
import org.driftscope.support.CancelToken;

/**
 * The fit without a low-rank part: {@code W' = s * Wr}, s of least squares with a ridge towards 1, or 1 where no scale is
 * fitted. Nothing is factorised.
 */
final class ScaleFitter implements GroupFitter {
    private final GroupProblem problem;
    private final double[] scale;

    /**
     * @param ridge e, as in {@link ClosedFormFitter}
     * @param centred whether a bias is fitted too
     * @param fitsScale whether s is fitted
     */
    ScaleFitter(GroupProblem problem, double ridge, boolean centred, boolean fitsScale) {
        this.problem = problem;
        this.scale = new double[problem.cols()];
        Arrays.fill(scale, 1);
        if (fitsScale) {
            Matrix drifted = problem.drifted();
            Matrix gramDeviation = problem.gramDeviation(centred);
            Matrix gramDrifted = problem.gramDrifted(centred);
            for (int j = 0; j < scale.length; j++) {
                double power = gramDrifted.dot(j, drifted, j) + ridge * drifted.dot(j, drifted, j);
                scale[j] += power == 0 ? 0 : gramDeviation.dot(j, drifted, j) / power;
            }
        }
    }

    @Override
    public GroupFit fit(int rank, CancelToken cancel) {
        return new GroupFit(Matrix.zeros(problem.rows(), 0), Matrix.zeros(0, problem.cols()), scale.clone());
    }
}
