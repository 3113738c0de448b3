package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.Matrix;
import org.driftscope.calibration.statistics.DenseMoments;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.OutputMoments;
import org.driftscope.crossbar.WeightMatrix;

/**
 * One group of a layer as a least-squares problem: G = E[x x^T], mu = E[x], clean Wt and drifted Wr. With a bias the
 * moments are centred, {@code G - mu mu^T}, which is never formed: its products are those of G with a rank-one part
 * taken off. Immutable.
 */
public final class GroupProblem {
    private final InputMoments moments;
    private final Matrix clean;
    private final Matrix drifted;
    private final Matrix deviation;
    private final Matrix gramDeviation;
    private final Matrix gramDrifted;
    private final double[] meanDeviation;
    private final double[] meanDrifted;
    private final Rest rest;

    /**
     * @param clean Wt, [d, o]
     * @param drifted Wr, [d, o]
     */
    public GroupProblem(InputMoments moments, Matrix clean, Matrix drifted) {
        this(moments, clean, drifted, Rest.none(drifted.rows(), drifted.cols()));
    }

    private GroupProblem(InputMoments moments, Matrix clean, Matrix drifted, Rest rest) {
        this.moments = moments;
        this.rest = rest;
        this.clean = clean;
        this.drifted = drifted;
        this.deviation = clean.minus(drifted);
        this.gramDeviation = timesGram(deviation);
        this.gramDrifted = timesGram(drifted);
        this.meanDeviation = meanOf(deviation);
        this.meanDrifted = meanOf(drifted);
    }

    /**
     * Of a chip whose outputs were measured: Wr are the weights that come nearest to them, {@code (G + e I)^-1 (E[x z] + e Wr)},
     * and the rest is kept.
     *
     * @param drifted what the cells amount to, [d, o]
     * @param group which group of the measured layer
     * @param centred whether a bias will be fitted
     * @param ridge e
     */
    static GroupProblem measured(
            InputMoments moments,
            Matrix clean,
            Matrix drifted,
            OutputMoments outputs,
            int group,
            boolean centred,
            double ridge) {
        GroupProblem cells = new GroupProblem(moments, clean, drifted);
        Matrix crossed = outputs.crossed().get(group);
        int first = group * drifted.cols();
        double[] means = Arrays.copyOfRange(outputs.mean(), first, first + drifted.cols());
        Matrix wanted = centred ? cells.takeOffMean(crossed, means) : crossed;
        Matrix nearest;
        try (Cholesky cholesky = Cholesky.of(cells.moments(centred), cells.rows(), ridge)) {
            nearest = cholesky.solveUpper(cholesky.solveLower(ClosedFormFitter.ridged(wanted, drifted, ridge)));
        }
        Matrix product = moments.times(nearest);
        double[] explained = cells.meanOf(nearest);
        double[] power = new double[means.length];
        for (int j = 0; j < means.length; j++) {
            means[j] -= explained[j];
            power[j] = Math.max(
                    0, outputs.power()[first + j] - 2 * nearest.dot(j, crossed, j) + nearest.dot(j, product, j));
        }
        return new GroupProblem(moments, clean, nearest, new Rest(power, means, crossed.minus(product)));
    }

    private GroupProblem(GroupProblem chip, double c) {
        this.moments = chip.moments;
        this.rest = chip.rest.times(c);
        this.clean = chip.clean;
        this.drifted = chip.drifted.times(c);
        this.deviation = chip.deviation.minus(chip.drifted.times(c - 1));
        this.gramDeviation = chip.gramDeviation.minus(chip.gramDrifted.times(c - 1));
        this.gramDrifted = chip.gramDrifted.times(c);
        this.meanDeviation = meanOf(deviation);
        this.meanDrifted = meanOf(drifted);
    }

    /** The problem of a chip whose every weight is c times this one's: {@code c Wr} in place of Wr. */
    GroupProblem scaled(double c) {
        return new GroupProblem(this, c);
    }

    /** {@code sum_j w_j^T G_c w_j} over the clean weights' columns: the variance of all outputs. */
    double cleanVariance() {
        double sum = 0;
        for (int j = 0; j < cols(); j++) {
            double mean = meanDeviation[j] + meanDrifted[j];
            sum += deviation.dot(j, gramDeviation, j)
                    + deviation.dot(j, gramDrifted, j)
                    + drifted.dot(j, gramDeviation, j)
                    + drifted.dot(j, gramDrifted, j)
                    - mean * mean;
        }
        return sum;
    }

    /** As {@link #cleanVariance}, of the drifted weights. */
    double driftedVariance() {
        double sum = 0;
        for (int j = 0; j < cols(); j++) {
            double mean = meanDrifted[j] + rest.mean()[j];
            sum += drifted.dot(j, gramDrifted, j)
                    + 2 * drifted.dot(j, rest.crossed(), j)
                    + rest.power()[j]
                    - mean * mean;
        }
        return sum;
    }

    /** One group's columns of a layer's weights, in double precision. */
    public static Matrix columns(WeightMatrix weights, int group, int groups) {
        int count = weights.cols() / groups;
        return Matrix.ofColumns(weights.values(), weights.cols(), group * count, count);
    }

    /** Inputs d. */
    int rows() {
        return clean.rows();
    }

    /** Outputs o of this group. */
    public int cols() {
        return clean.cols();
    }

    double[] gram() {
        return moments.gram();
    }

    double[] mean() {
        return moments.mean();
    }

    /** Whether G is at hand as a whole. */
    boolean isDense() {
        return moments instanceof DenseMoments;
    }

    /** Wt. */
    public Matrix clean() {
        return clean;
    }

    /** Wr. */
    public Matrix drifted() {
        return drifted;
    }

    /** Mean of what the outputs are beside {@code Wr^T x}, one a column; not to be modified. */
    public double[] restMean() {
        return rest.mean();
    }

    /** What the outputs are beside {@code Wr^T x}. */
    Rest rest() {
        return rest;
    }

    /** E = Wt - Wr. */
    public Matrix deviation() {
        return deviation;
    }

    /** G E, or the centred G's. */
    public Matrix gramDeviation(boolean centred) {
        return centred ? takeOffMean(gramDeviation, meanDeviation) : gramDeviation;
    }

    /** G Wr, or the centred G's. */
    Matrix gramDrifted(boolean centred) {
        return centred ? takeOffMean(gramDrifted, meanDrifted) : gramDrifted;
    }

    /** G, or the centred one; not to be modified. */
    double[] moments(boolean centred) {
        double[] gram = gram();
        return centred ? takeOffMean(new Matrix(rows(), rows(), gram), mean()).values() : gram;
    }

    /** tr(G), of the moments as they are: a centred problem has the same ridge. */
    public double trace() {
        return moments.trace();
    }

    /** {@code E ||Wt^T x - Wr^T x||^2}, all outputs together. */
    double driftedError() {
        double sum = 0;
        for (int j = 0; j < cols(); j++) {
            sum += deviation.dot(j, gramDeviation, j) - 2 * deviation.dot(j, rest.crossed(), j) + rest.power()[j];
        }
        return Math.max(0, sum);
    }

    /** W^T mu, one a column. */
    public double[] meanOf(Matrix weights) {
        Matrix column = new Matrix(rows(), 1, mean());
        double[] means = new double[weights.cols()];
        for (int col = 0; col < means.length; col++) {
            means[col] = weights.dot(col, column, 0);
        }
        return means;
    }

    /** G W, a new matrix. */
    Matrix timesGram(Matrix weights) {
        return moments.times(weights);
    }

    /** G W, or the centred G's, a new matrix. */
    Matrix timesGram(Matrix weights, boolean centred) {
        Matrix product = timesGram(weights);
        return centred ? takeOffMean(product, meanOf(weights)) : product;
    }

    /** {@code product - mu projections^T}, a new matrix. */
    private Matrix takeOffMean(Matrix product, double[] projections) {
        double[] centred = product.values().clone();
        double[] mean = mean();
        for (int col = 0; col < product.cols(); col++) {
            for (int row = 0; row < rows(); row++) {
                centred[col * rows() + row] -= mean[row] * projections[col];
            }
        }
        return new Matrix(rows(), product.cols(), centred);
    }
}
