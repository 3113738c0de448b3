package org.driftscope.calibration;

import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.LeadingSubspace;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricOperator;
import org.driftscope.calibration.statistics.LayerStatistics;
import org.driftscope.crossbar.WeightMatrix;

/**
 * How many terms a layer's error needs: the squared singular values of {@code E = Wt - Wr}, and those of {@code sqrt(G) E},
 * the error as it reaches the outputs, each as a share of its sum. Errors of independent cells spread over all terms; inputs
 * that are alike, {@code G = E[x x^T]} of few large eigenvalues, gather what reaches the outputs in a few, which is what a
 * low-rank correction can undo (Eckart and Young, 1936, for the least error of rank r).
 *
 * @param weights cumulative shares of the first 1, 2, ... terms of E, each 0 to 1
 * @param outputs the same of {@code sqrt(G) E}
 * @param terms how many there are, min(d, o)
 */
public record ErrorSpectrum(double[] weights, double[] outputs, int terms) {
    /** More are not worked out. */
    public static final int MOST = 32;

    /**
     * The spectra of one layer.
     *
     * @param statistics of its inputs, of one group
     * @param target clean weights, [rows, cols]
     * @param drifted what the drifted cells amount to, [rows, cols]
     * @throws IllegalArgumentException if the layer has groups: each of them has inputs and terms of its own
     */
    public static ErrorSpectrum of(LayerStatistics statistics, WeightMatrix target, WeightMatrix drifted) {
        if (statistics.groups() != 1) {
            throw new IllegalArgumentException(statistics.layer() + " has " + statistics.groups() + " groups");
        }
        int rows = target.rows();
        int cols = target.cols();
        Matrix error = Matrix.ofColumns(target.values(), cols, 0, cols)
                .minus(Matrix.ofColumns(drifted.values(), cols, 0, cols));
        Matrix square = cols <= rows ? Products.transposedTimes(error, error) : Products.timesOwnTransposed(error);
        Matrix seen =
                Products.transposedTimes(error, statistics.moments().get(0).times(error));
        int terms = Math.min(rows, cols);
        return new ErrorSpectrum(shares(square, terms), shares(seen, terms), terms);
    }

    /** @param square symmetric; its eigenvalues are the squared singular values */
    private static double[] shares(Matrix square, int terms) {
        double trace = 0;
        for (int i = 0; i < square.rows(); i++) {
            trace += square.at(i, i);
        }
        int count = Math.min(MOST, terms);
        double[] shares = new double[count];
        if (trace <= 0) {
            return shares;
        }
        double[] values = leading(square, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.max(0, values[i]);
            shares[i] = Math.min(1, sum / trace);
        }
        return shares;
    }

    private static double[] leading(Matrix square, int count) {
        if (square.rows() <= LeadingSubspace.EXACT) {
            return LeadingEigenvectors.of(square, count).values();
        }
        try (SymmetricOperator operator = SymmetricOperator.of(square)) {
            return new LeadingSubspace(square.rows(), count).nearPairs(operator).values();
        }
    }

    /** Terms that hold a share of the error; more than were worked out where these do not. @param cumulative shares */
    public static int needed(double[] cumulative, double share) {
        for (int i = 0; i < cumulative.length; i++) {
            if (cumulative[i] >= share) {
                return i + 1;
            }
        }
        return cumulative.length + 1;
    }
}
