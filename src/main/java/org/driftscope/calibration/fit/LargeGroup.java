package org.driftscope.calibration.fit;

import java.util.function.Supplier;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.calibration.statistics.InputMoments;

/**
 * One group of a large layer as a least-squares problem of which little is kept: what errors, variances and means of any
 * {@code V = Wr + A B} follow from. Weights are turned into doubles when they are needed. Immutable.
 */
public final class LargeGroup {
    private final InputMoments moments;
    private final boolean centred;
    private final Supplier<Matrix> clean;
    private final Supplier<Matrix> drifted;
    private final Columns columns;
    private final Columns cleanColumns;
    private final double error;

    /**
     * Quadratic forms and means of a group's columns V beside those of the clean Wt, one of each a column.
     *
     * @param squares {@code |v|^2}
     * @param power {@code v^T G v}
     * @param withClean {@code wt^T G v}
     * @param means {@code mu^T v}
     */
    public record Columns(double[] squares, double[] power, double[] withClean, double[] means) {}

    /**
     * @param centred whether G stands for the centred moments because a bias is fitted
     * @param clean gives Wt, [d, o]
     * @param drifted gives Wr, [d, o]
     * @param gramDeviation G (Wt - Wr)
     * @param gramDrifted G Wr
     */
    public LargeGroup(
            InputMoments moments,
            boolean centred,
            Supplier<Matrix> clean,
            Supplier<Matrix> drifted,
            Matrix gramDeviation,
            Matrix gramDrifted) {
        this.moments = moments;
        this.centred = centred;
        this.clean = clean;
        this.drifted = drifted;
        Matrix weights = drifted.get();
        Matrix wanted = clean.get();
        Matrix deviation = wanted.minus(weights);
        double[] power = new double[weights.cols()];
        double[] withClean = new double[power.length];
        double[] cleanPower = new double[power.length];
        double[] away = means(deviation);
        double sum = 0;
        for (int j = 0; j < power.length; j++) {
            double error = deviation.dot(j, gramDeviation, j);
            power[j] = weights.dot(j, gramDrifted, j);
            withClean[j] = power[j] + deviation.dot(j, gramDrifted, j);
            cleanPower[j] = error + 2 * withClean[j] - power[j];
            sum += error + (centred ? away[j] * away[j] : 0);
        }
        this.columns = new Columns(squares(weights), power, withClean, means(weights));
        this.cleanColumns = new Columns(squares(wanted), cleanPower, cleanPower, means(wanted));
        this.error = Math.max(0, sum);
    }

    /** {@code G W}, of the moments that count here. */
    public static Matrix gramTimes(InputMoments moments, boolean centred, Matrix weights) {
        Matrix product = moments.times(weights);
        if (centred) {
            double[] means = means(moments, weights);
            for (int col = 0; col < weights.cols(); col++) {
                int at = col * weights.rows();
                Matrix.addScaledInPlace(-means[col], moments.mean(), 0, product.values(), at, weights.rows());
            }
        }
        return product;
    }

    public boolean isCentred() {
        return centred;
    }

    public InputMoments moments() {
        return moments;
    }

    /** {@code E ||Wt^T x - Wr^T x||^2}, all outputs together. */
    public double driftedError() {
        return error;
    }

    /** Of the clean weights: {@code withClean} and {@code power} are the same. */
    public Columns clean() {
        return cleanColumns;
    }

    /** Of {@code Wr + A B}. @param a [d, r] @param b [r, o] */
    public Columns corrected(Matrix a, Matrix b) {
        if (a.cols() == 0) {
            return columns;
        }
        Matrix weights = drifted.get();
        Matrix gramA = gramTimes(moments, centred, a);
        Matrix both = Matrix.beside(a, gramA);
        Matrix withDrifted = Products.transposedTimes(both, weights);
        int r = a.cols();
        double[] squares = plus(columns.squares, withDrifted.rows(0, r), Products.transposedTimes(a, a), b);
        double[] power = plus(columns.power, withDrifted.rows(r, 2 * r), Products.transposedTimes(a, gramA), b);
        Matrix withClean = Products.transposedTimes(gramA, clean.get());
        double[] along = means(a);
        double[] mixed = columns.withClean.clone();
        double[] means = columns.means.clone();
        for (int j = 0; j < mixed.length; j++) {
            mixed[j] += withClean.dot(j, b, j);
            means[j] += Matrix.dot(along, 0, b.values(), j * along.length, along.length);
        }
        return new Columns(squares, power, mixed, means);
    }

    /** {@code base_j + 2 <cross_j, b_j> + b_j^T own b_j}. */
    private static double[] plus(double[] base, Matrix cross, Matrix own, Matrix b) {
        Matrix product = Products.times(own, b);
        double[] sums = base.clone();
        for (int j = 0; j < sums.length; j++) {
            sums[j] = Math.max(0, sums[j] + 2 * cross.dot(j, b, j) + b.dot(j, product, j));
        }
        return sums;
    }

    private double[] means(Matrix weights) {
        return means(moments, weights);
    }

    private static double[] means(InputMoments moments, Matrix weights) {
        Matrix mean = new Matrix(weights.rows(), 1, moments.mean());
        double[] means = new double[weights.cols()];
        for (int col = 0; col < means.length; col++) {
            means[col] = weights.dot(col, mean, 0);
        }
        return means;
    }

    private static double[] squares(Matrix weights) {
        double[] squares = new double[weights.cols()];
        for (int col = 0; col < squares.length; col++) {
            squares[col] = weights.dot(col, weights, col);
        }
        return squares;
    }
}
