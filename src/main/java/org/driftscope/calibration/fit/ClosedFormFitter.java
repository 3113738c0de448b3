package org.driftscope.calibration.fit;

import java.util.Arrays;
import java.util.function.Supplier;
import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.LeadingSubspace;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.algebra.SymmetricOperator;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.support.CancelToken;

/**
 * Reduced-rank ridge regression towards the drifted weights, with one factorisation for every rank.
 *
 * <p>With {@code G_e = G + e I = C C^T} and the whitened residual {@code M = C^-1 (G Wt + e Wr) - C^T Wr diag(s)}, the best
 * correction of rank r is {@code Delta = C^-T M V V^T}, V the r leading eigenvectors of {@code M^T M}. Column scales s, where
 * they are fitted, alternate with it: {@code s_j = <q_j, (C^-1 T_e - Y)_j> / <q_j, q_j>}, {@code q = C^T Wr}, {@code Y = M V
 * V^T}. All of it happens in [o, o] products: with {@code E = Wt - Wr}, {@code t = s - 1} and {@code M0 = C^-1 G E},
 * {@code M = M0 - q diag(t)}; so {@code M0^T M0}, {@code M0^T q = (G E)^T Wr} and {@code q^T q = Wr^T G_e Wr} are kept, and
 * {@code C^-T M0} for the way back. Starting from E instead of Wt loses no digits where the drift is small.
 */
public final class ClosedFormFitter implements GroupFitter {
    /** Below this a column's scale is held, so that A B = Delta / s stays finite. */
    private static final double LEAST_SCALE = 1e-3;

    private final Supplier<Matrix> drifted;
    private final Matrix backward;
    private final ResidualForm form;
    private final boolean fitsScale;
    private final int alternations;
    private final double[] unexplained;

    /**
     * @param ridge e, added to the moments' diagonal
     * @param centred whether a bias is fitted too
     * @param fitsScale whether a column scale is fitted too
     * @param alternations between scale and low-rank part
     */
    public ClosedFormFitter(GroupProblem problem, double ridge, boolean centred, boolean fitsScale, int alternations) {
        this.drifted = problem::drifted;
        this.unexplained = problem.rest().unexplained(centred);
        this.fitsScale = fitsScale;
        this.alternations = alternations;
        Matrix gramDeviation = problem.gramDeviation(centred);
        Matrix residualGram;
        try (Cholesky cholesky = Cholesky.of(problem.moments(centred), problem.rows(), ridge)) {
            Matrix whitened = cholesky.solveLower(gramDeviation);
            backward = cholesky.solveUpper(whitened);
            residualGram = Products.transposedTimes(whitened, whitened);
        }
        Matrix weights = problem.drifted();
        form = new ResidualForm.Square(
                residualGram,
                Products.transposedTimes(gramDeviation, weights),
                Products.transposedTimes(ridged(problem.gramDrifted(centred), weights, ridge), weights));
    }

    /**
     * Of a residual that is known.
     *
     * @param form the whitened residual
     * @param backward {@code C^-T M0}, [d, o]
     * @param drifted gives Wr, [d, o]
     * @param fitsScale whether a column scale is fitted too
     * @param alternations between scale and low-rank part
     */
    public ClosedFormFitter(
            ResidualForm form, Matrix backward, Supplier<Matrix> drifted, boolean fitsScale, int alternations) {
        this.form = form;
        this.backward = backward;
        this.unexplained = new double[backward.cols()];
        this.drifted = drifted;
        this.fitsScale = fitsScale;
        this.alternations = alternations;
    }

    /** {@code eps tr(G) / d} with {@code eps = 1/N} between 0.01 and 1; 1 where the inputs are all zero. */
    public static double ridge(GroupProblem problem, double eps) {
        return ridge(problem.trace(), problem.rows(), eps);
    }

    /** As above. */
    public static double ridge(InputMoments moments, double eps) {
        return ridge(moments.trace(), moments.rows(), eps);
    }

    private static double ridge(double trace, int rows, double eps) {
        return trace == 0 ? 1 : eps * trace / rows;
    }

    /** The ridge's share for a number of images. */
    public static double eps(int images) {
        return Math.max(0.01, Math.min(1, 1.0 / images));
    }

    @Override
    public GroupFit fit(int rank, CancelToken cancel) {
        double[] shift = new double[backward.cols()];
        LeadingSubspace subspace = new LeadingSubspace(shift.length, rank);
        if (fitsScale) {
            Matrix vectors = Matrix.zeros(shift.length, 0);
            double[] cross = form.crossDiagonal();
            double[] power = form.power();
            try (ResidualSeries series = form.series()) {
                for (int i = 0; i < alternations; i++) {
                    cancel.throwIfCancelled();
                    Matrix projected = vectors.cols() == 0 ? vectors : series.crossed(vectors);
                    shift = scaleShift(cross, power, unexplained, vectors, projected);
                    try (SymmetricOperator residual = series.at(shift)) {
                        vectors = subspace.near(residual);
                    }
                }
            }
        }
        try (SymmetricOperator residual = form.at(shift)) {
            return assemble(subspace.of(residual), shift);
        }
    }

    /** The best shift t for the low-rank part {@code Y = M V V^T} that belongs to the last shift. */
    private static double[] scaleShift(
            double[] cross, double[] power, double[] unexplained, Matrix vectors, Matrix projected) {
        double[] next = new double[power.length];
        for (int j = 0; j < next.length; j++) {
            double explained = 0;
            for (int k = 0; k < vectors.cols(); k++) {
                explained += projected.at(j, k) * vectors.at(j, k);
            }
            // what the weights do not explain is scaled too, and only adds to the error
            double all = power[j] + unexplained[j];
            double shift = all == 0 ? 0 : (cross[j] - explained - unexplained[j]) / all;
            double scale = 1 + shift;
            next[j] = Math.abs(scale) < LEAST_SCALE ? Math.copySign(LEAST_SCALE, scale) - 1 : shift;
        }
        return next;
    }

    /** {@code A = C^-T M V = (C^-T M0 - Wr diag(t)) V} and {@code B = V^T diag(1/s)}. */
    private GroupFit assemble(Matrix vectors, double[] shift) {
        Matrix a = Products.times(shifted(shift), vectors);
        double[] gain = new double[shift.length];
        Arrays.setAll(gain, j -> 1 + shift[j]);
        double[] inverse = Arrays.stream(gain).map(g -> 1 / g).toArray();
        return new GroupFit(a, vectors.transposed().scaleColumns(inverse), gain);
    }

    /** {@code C^-T M0 - Wr diag(t)}. */
    private Matrix shifted(double[] shift) {
        double[] values = backward.values().clone();
        Matrix weights = drifted.get();
        int d = weights.rows();
        for (int j = 0; j < shift.length; j++) {
            Matrix.addScaledInPlace(-shift[j], weights.values(), j * d, values, j * d, d);
        }
        return new Matrix(d, shift.length, values);
    }

    /** {@code G W + e W}. */
    static Matrix ridged(Matrix product, Matrix weights, double ridge) {
        double[] values = product.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += ridge * weights.values()[i];
        }
        return new Matrix(product.rows(), product.cols(), values);
    }
}
