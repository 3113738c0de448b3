package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Matrix;

/**
 * The layer-wise loss {@code (1/o) E ||Wt^T x - W'^T x||^2} in Gram form and its gradients, for {@code W' = m (Wr + A B) /
 * ||Wr + A B||} or, without a magnitude, {@code W' = Wr + A B}.
 *
 * <p>The product with G is taken of A alone, {@code G W' = c (G Wr + (G A) B)} with {@code c = m / ||.||}, so a step costs
 * {@code d^2 r} rather than {@code d^2 o}. Not thread-safe: buffers are reused.
 */
final class LowRankLoss {
    private static final double LEAST_NORM = 1e-12;

    private final Matrix drifted;
    private final Matrix deviation;
    private final GroupProblem problem;
    private final boolean centred;
    /** G as a whole; empty where it is not kept so. */
    private final double[] moments;

    private final Matrix gramDeviation;
    private final Matrix gramDrifted;
    private final boolean magnitude;
    private final int d;
    private final int o;
    private final double[] product;
    private final double[] gramProduct;
    private final double[] weightGradient;

    /**
     * @param centred whether moments are centred because a bias follows
     * @param magnitude whether there is an m
     */
    LowRankLoss(GroupProblem problem, boolean centred, boolean magnitude) {
        this.drifted = problem.drifted();
        this.deviation = problem.deviation();
        this.problem = problem;
        this.centred = centred;
        this.moments = problem.isDense() ? problem.moments(centred) : new double[0];
        this.gramDeviation = problem.gramDeviation(centred);
        this.gramDrifted = problem.gramDrifted(centred);
        this.magnitude = magnitude;
        this.d = problem.rows();
        this.o = problem.cols();
        this.product = new double[d];
        this.gramProduct = new double[d];
        this.weightGradient = new double[d];
    }

    /**
     * Gradients of the last evaluation.
     *
     * @param loss at the parameters
     * @param a dL/dA, column-major [d, r]
     * @param b dL/dB, column-major [r, o]
     * @param m dL/dm; zeros where there is no magnitude
     */
    record Gradients(double loss, double[] a, double[] b, double[] m) {}

    /**
     * @param a A, column-major [d, r]
     * @param b B, column-major [r, o]
     * @param m magnitudes, length o; not looked at where there is no magnitude
     */
    Gradients at(double[] a, double[] b, double[] m) {
        int rank = a.length / d;
        double[] gramA = gramTimes(a, rank);
        double[] gradA = new double[a.length];
        double[] gradB = new double[b.length];
        double[] gradM = new double[o];
        double loss = 0;
        for (int j = 0; j < o; j++) {
            combine(a, b, j, rank, product);
            combine(gramA, b, j, rank, gramProduct);
            double norm = norm(j);
            double gain = magnitude ? m[j] / norm : 1;
            loss += differentiateColumn(j, gain);
            if (magnitude) {
                gradM[j] = throughMagnitude(j, norm, gain);
            }
            for (int k = 0; k < rank; k++) {
                Matrix.addScaledInPlace(b[j * rank + k], weightGradient, 0, gradA, k * d, d);
                gradB[j * rank + k] = Matrix.dot(a, k * d, weightGradient, 0, d);
            }
        }
        return new Gradients(loss / o, gradA, gradB, gradM);
    }

    /** m / ||Wr + A B|| of every column; 1 where there is no magnitude. */
    double[] gains(double[] a, double[] b, double[] m) {
        double[] gains = new double[o];
        Arrays.fill(gains, 1);
        for (int j = 0; magnitude && j < o; j++) {
            combine(a, b, j, a.length / d, product);
            gains[j] = m[j] / norm(j);
        }
        return gains;
    }

    /** Fills the weight gradient {@code 2/o G (W' - Wt)} of a column and gives its share of o times the loss. */
    private double differentiateColumn(int j, double gain) {
        double sum = 0;
        int at = j * d;
        for (int i = 0; i < d; i++) {
            double residual = (gain - 1) * drifted.values()[at + i]
                    + gain * product[i]
                    - deviation.values()[at + i];
            double gramResidual = (gain - 1) * gramDrifted.values()[at + i]
                    + gain * gramProduct[i]
                    - gramDeviation.values()[at + i];
            sum += residual * gramResidual;
            weightGradient[i] = 2.0 / o * gramResidual;
        }
        return sum;
    }

    /** Turns the weight gradient into the direction's, and gives the magnitude's. */
    private double throughMagnitude(int j, double norm, double gain) {
        double along = 0;
        int at = j * d;
        for (int i = 0; i < d; i++) {
            along += weightGradient[i] * (drifted.values()[at + i] + product[i]);
        }
        double radial = along / (norm * norm);
        for (int i = 0; i < d; i++) {
            weightGradient[i] = gain * (weightGradient[i] - radial * (drifted.values()[at + i] + product[i]));
        }
        return along / norm;
    }

    private double norm(int j) {
        double squares = 0;
        for (int i = 0; i < d; i++) {
            double v = drifted.values()[j * d + i] + product[i];
            squares += v * v;
        }
        return Math.max(LEAST_NORM, Math.sqrt(squares));
    }

    /** Column j of {@code columns B}. */
    private void combine(double[] columns, double[] b, int j, int rank, double[] target) {
        Arrays.fill(target, 0);
        for (int k = 0; k < rank; k++) {
            Matrix.addScaledInPlace(b[j * rank + k], columns, k * d, target, 0, d);
        }
    }

    private double[] gramTimes(double[] a, int rank) {
        if (!problem.isDense()) {
            return problem.timesGram(new Matrix(d, rank, a), centred).values();
        }
        double[] result = new double[a.length];
        for (int row = 0; row < d; row++) {
            for (int k = 0; k < rank; k++) {
                Matrix.addScaledInPlace(a[k * d + row], moments, row * d, result, k * d, d);
            }
        }
        return result;
    }
}
