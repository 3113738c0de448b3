package org.driftscope.calibration.fit;

import java.util.Arrays;
import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.calibration.statistics.FactoredMoments;
import org.driftscope.calibration.statistics.InputMoments;

/**
 * What a large group's fit keeps of its moments: the residual form and {@code (G + e I)^-1 G E}.
 *
 * <p>Where fewer patches than inputs were seen, all of it happens in the space of patches: with {@code G = X^T X + diag(b)},
 * {@code D = diag(b) + e I} and {@code H = I + X D^-1 X^T}, {@code (G + e I)^-1 = D^-1 - D^-1 X^T H^-1 X D^-1}, and no [d, d]
 * matrix is formed; without b {@code (G + e I)^-1 G E = X^T H^-1 X E / e}. It equals the dense formulas of
 * {@link ClosedFormFitter}, for any root of {@code G + e I}.
 *
 * @param form the whitened residual
 * @param backward {@code (G + e I)^-1 G E}, [d, o], E = Wt - Wr
 * @param gramDeviation {@code G E}
 * @param gramDrifted {@code G Wr}
 */
public record LargeProducts(ResidualForm form, Matrix backward, Matrix gramDeviation, Matrix gramDrifted) {
    /**
     * @param centred whether G stands for the centred moments
     * @param ridge e
     * @param deviation E, [d, o]
     * @param drifted Wr, [d, o]
     */
    public static LargeProducts of(
            InputMoments moments, boolean centred, double ridge, Matrix deviation, Matrix drifted) {
        boolean wide = deviation.cols() > deviation.rows();
        return !wide && moments instanceof FactoredMoments factored && factored.count() + 1 < factored.rows()
                ? ofPatches(factored, centred, ridge, deviation, drifted)
                : ofGram(moments, centred, ridge, deviation, drifted);
    }

    private static LargeProducts ofPatches(
            FactoredMoments moments, boolean centred, double ridge, Matrix deviation, Matrix drifted) {
        Matrix x = moments.factors(centred);
        Matrix features = Products.times(x, deviation);
        Matrix gramDeviation = moments.plusRest(Products.transposedTimes(x, features), deviation);
        Matrix gramDrifted = moments.plusRest(Products.transposedTimes(x, Products.times(x, drifted)), drifted);
        double[] inverse = inverse(moments.rest(), moments.rows(), ridge);
        double[] roots = Arrays.stream(inverse).map(Math::sqrt).toArray();
        Matrix patches = Products.timesOwnTransposed(x.scaleColumns(roots));
        Matrix backward;
        try (Cholesky cholesky = Cholesky.of(patches.values(), patches.rows(), 1)) {
            Matrix given = moments.rest().length == 0 ? features : Products.times(x, deviation.scaleRows(inverse));
            Matrix back = Products.transposedTimes(x, cholesky.solveUpper(cholesky.solveLower(given)));
            backward = moments.rest().length == 0
                    ? back.scaleRows(inverse)
                    : deviation.minus(deviation.minus(back).scaleRows(inverse).times(ridge));
        }
        ResidualForm form = new ResidualForm.Square(
                symmetric(Products.transposedTimes(gramDeviation, backward)),
                Products.transposedTimes(gramDeviation, drifted),
                Products.transposedTimes(ClosedFormFitter.ridged(gramDrifted, drifted, ridge), drifted));
        return new LargeProducts(form, backward, gramDeviation, gramDrifted);
    }

    private static LargeProducts ofGram(
            InputMoments moments, boolean centred, double ridge, Matrix deviation, Matrix drifted) {
        int d = deviation.rows();
        Matrix gram = new Matrix(d, d, centred ? centred(moments) : moments.gram());
        Matrix gramDeviation = Products.times(gram, deviation);
        Matrix gramDrifted = Products.times(gram, drifted);
        Matrix ridged = ClosedFormFitter.ridged(gramDrifted, drifted, ridge);
        try (Cholesky cholesky = Cholesky.of(gram.values(), d, ridge)) {
            Matrix whitened = cholesky.solveLower(gramDeviation);
            ResidualForm form = deviation.cols() > d
                    ? new ResidualForm.Tall(whitened, cholesky.solveLower(ridged))
                    : new ResidualForm.Square(
                            Products.transposedTimes(whitened, whitened),
                            Products.transposedTimes(gramDeviation, drifted),
                            Products.transposedTimes(ridged, drifted));
            return new LargeProducts(form, cholesky.solveUpper(whitened), gramDeviation, gramDrifted);
        }
    }

    /** {@code G - mu mu^T}, a new array. */
    private static double[] centred(InputMoments moments) {
        double[] gram = moments.gram().clone();
        double[] mean = moments.mean();
        for (int row = 0; row < mean.length; row++) {
            Matrix.addScaledInPlace(-mean[row], mean, 0, gram, row * mean.length, mean.length);
        }
        return gram;
    }

    /** {@code 1 / (b + e)}. */
    private static double[] inverse(float[] rest, int rows, double ridge) {
        double[] inverse = new double[rows];
        for (int i = 0; i < rows; i++) {
            inverse[i] = 1 / ((rest.length == 0 ? 0 : rest[i]) + ridge);
        }
        return inverse;
    }

    private static Matrix symmetric(Matrix square) {
        Matrix flipped = square.transposed();
        double[] values = flipped.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] + square.values()[i]) / 2;
        }
        return flipped;
    }
}
