package org.driftscope.calibration.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftscope.adapter.FrozenFactors;
import org.driftscope.algebra.Cholesky;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;
import org.driftscope.calibration.statistics.InputMoments;
import org.driftscope.calibration.statistics.LayerStatistics;

/**
 * Vectors d and b that bring {@code A diag(d) B diag(b)} closest to a residual R of a layer's weights, A and B frozen: least
 * {@code tr((R - D)^T G (R - D)) + e ||D||^2}. Given d each b_j has a closed form, and given b so has d, with {@code P = A^T (G + e
 * I) A} and {@code Q = A^T G R}:
 *
 * <pre>
 * b_j = v_j^T Q_j / v_j^T P v_j,   v_j = d * B_j
 * d   = (sum_j b_j^2 diag(B_j) P diag(B_j))^-1 sum_j b_j diag(B_j) Q_j
 * </pre>
 *
 * in turns, so the loss never rises. Averaged over chips the same loss depends on their weights' mean alone, up to a constant: R is
 * {@code Wt - mean Wr}, and what differs from chip to chip stays.
 */
public final class VectorFitter {
    private static final int TURNS = 50;
    private static final double JITTER = 1e-10;

    private final int rank;
    private final int cols;
    private final float[] frozenB;
    private final List<Matrix> products = new ArrayList<>();
    private final List<Matrix> wanted = new ArrayList<>();

    /** What was found. @param d one a rank @param b one a column */
    public record Vectors(double[] d, double[] b) {}

    /**
     * @param statistics of the layer's inputs
     * @param residual R, row-major [rows, cols]; not modified
     * @param cols o, of all groups
     * @param seed of the frozen factors
     */
    public VectorFitter(LayerStatistics statistics, float[] residual, int cols, int rank, long seed) {
        this.rank = rank;
        this.cols = cols;
        this.frozenB = FrozenFactors.b(seed, rank, cols);
        Matrix a = Matrix.ofColumns(FrozenFactors.a(seed, rank, statistics.rows()), rank, 0, rank);
        int groupCols = cols / statistics.groups();
        double eps = ClosedFormFitter.eps(statistics.images());
        for (int group = 0; group < statistics.groups(); group++) {
            InputMoments moments = statistics.moments().get(group);
            double ridge = ClosedFormFitter.ridge(moments, eps);
            Matrix seen = moments.times(a);
            products.add(Products.transposedTimes(a, ClosedFormFitter.ridged(seen, a, ridge)));
            wanted.add(Products.transposedTimes(seen, Matrix.ofColumns(residual, cols, group * groupCols, groupCols)));
        }
    }

    /** The vectors after all turns, from b of ones. */
    public Vectors fit() {
        double[] b = new double[cols];
        Arrays.fill(b, 1);
        double[] d = bestD(b);
        for (int turn = 0; turn < TURNS; turn++) {
            b = bestB(d);
            d = bestD(b);
        }
        return new Vectors(d, b);
    }

    private Matrix product(int col) {
        return products.get(col * products.size() / cols);
    }

    /** Q_kj. */
    private double wanted(int k, int col) {
        int groupCols = cols / wanted.size();
        return wanted.get(col / groupCols).at(k, col % groupCols);
    }

    private double frozen(int k, int col) {
        return frozenB[col * rank + k];
    }

    private double[] bestB(double[] d) {
        double[] b = new double[cols];
        for (int col = 0; col < cols; col++) {
            Matrix product = product(col);
            double above = 0;
            double below = 0;
            for (int k = 0; k < rank; k++) {
                double v = d[k] * frozen(k, col);
                above += v * wanted(k, col);
                for (int l = 0; l < rank; l++) {
                    below += v * product.at(k, l) * d[l] * frozen(l, col);
                }
            }
            b[col] = below > 0 ? above / below : 0;
        }
        return b;
    }

    private double[] bestD(double[] b) {
        double[] system = new double[rank * rank];
        double[] right = new double[rank];
        for (int col = 0; col < cols; col++) {
            Matrix product = product(col);
            for (int k = 0; k < rank; k++) {
                double v = b[col] * frozen(k, col);
                right[k] += v * wanted(k, col);
                for (int l = 0; l < rank; l++) {
                    system[k * rank + l] += v * product.at(k, l) * b[col] * frozen(l, col);
                }
            }
        }
        double trace = 0;
        for (int k = 0; k < rank; k++) {
            trace += system[k * rank + k];
        }
        if (!(trace > 0)) {
            return new double[rank];
        }
        try (Cholesky factor = Cholesky.of(system, rank, JITTER * trace / rank)) {
            return factor.solveUpper(factor.solveLower(new Matrix(rank, 1, right)))
                    .values();
        }
    }

    /** {@code tr((R - D)^T G (R - D)) + e ||D||^2} less what no vectors change, {@code tr(R^T G R)}. */
    double loss(Vectors vectors) {
        double loss = 0;
        for (int col = 0; col < cols; col++) {
            Matrix product = product(col);
            double[] v = new double[rank];
            for (int k = 0; k < rank; k++) {
                v[k] = vectors.b()[col] * vectors.d()[k] * frozen(k, col);
            }
            for (int k = 0; k < rank; k++) {
                loss -= 2 * v[k] * wanted(k, col);
                for (int l = 0; l < rank; l++) {
                    loss += v[k] * product.at(k, l) * v[l];
                }
            }
        }
        return loss;
    }
}
