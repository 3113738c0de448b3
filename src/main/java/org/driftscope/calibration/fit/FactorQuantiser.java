package org.driftscope.calibration.fit;

import org.driftscope.adapter.FactorPrecision;
import org.driftscope.algebra.LeadingEigenvectors;
import org.driftscope.algebra.Matrix;
import org.driftscope.algebra.Products;

/**
 * Rounds the low-rank part of a fit to few bits. With {@code A B = U S V} its factors are taken as {@code U sqrt(S)} and
 * {@code sqrt(S) V}, so that both bear the rounding alike, and every column of the first and row of the second becomes
 * whole multiples of a scale of its own.
 */
public final class FactorQuantiser {
    private FactorQuantiser() {}

    /**
     * The fit with rounded factors; the same where nothing is rounded.
     *
     * @param bits of a value
     * @param gain c, which the factors are divided by before they are held: see {@link AdapterArrays#put}
     */
    public static GroupFit rounded(GroupFit fit, int bits, double gain) {
        int rank = fit.a().cols();
        if (bits == FactorPrecision.FULL_BITS || rank == 0) {
            return fit;
        }
        Balanced factors = Balanced.of(fit.a().times(1 / gain), fit.b());
        float[] scalesA = new float[rank];
        float[] scalesB = new float[rank];
        Matrix a = roundedColumns(factors.a, bits, scalesA);
        Matrix b = roundedColumns(factors.bTransposed, bits, scalesB).transposed();
        return new GroupFit(a.times(gain), b, fit.gain(), new FactorPrecision(bits, scalesA, scalesB));
    }

    /** Each column as multiples of a scale. @param scales filled in */
    private static Matrix roundedColumns(Matrix wanted, int bits, float[] scales) {
        int most = FactorPrecision.most(bits);
        double[] values = wanted.values().clone();
        int rows = wanted.rows();
        for (int col = 0; col < scales.length; col++) {
            double largest = 0;
            for (int i = col * rows; i < (col + 1) * rows; i++) {
                largest = Math.max(largest, Math.abs(values[i]));
            }
            scales[col] = FactorPrecision.scale(largest / most);
            for (int i = col * rows; i < (col + 1) * rows; i++) {
                values[i] = (double) FactorPrecision.code(values[i], scales[col], most) * scales[col];
            }
        }
        return new Matrix(rows, wanted.cols(), values);
    }

    /** {@code U sqrt(S)} and the transpose of {@code sqrt(S) V}. */
    private record Balanced(Matrix a, Matrix bTransposed) {
        /** Two eigendecompositions of order r: {@code B B^T = E L E^T}, then {@code (A E sqrt(L))^T (A E sqrt(L)) = F S^2 F^T}. */
        static Balanced of(Matrix a, Matrix b) {
            Matrix right = b.transposed();
            int rank = a.cols();
            LeadingEigenvectors.Eigenpairs ofB = LeadingEigenvectors.of(Products.transposedTimes(right, right), rank);
            double[] lengths = roots(ofB.values());
            Matrix left = Products.times(a, ofB.vectors()).scaleColumns(lengths);
            Matrix rows = Products.times(right, ofB.vectors()).scaleColumns(inverse(lengths));
            LeadingEigenvectors.Eigenpairs ofBoth = LeadingEigenvectors.of(Products.transposedTimes(left, left), rank);
            double[] halves = roots(roots(ofBoth.values()));
            return new Balanced(
                    Products.times(left, ofBoth.vectors()).scaleColumns(inverse(halves)),
                    Products.times(rows, ofBoth.vectors()).scaleColumns(halves));
        }

        private static double[] roots(double[] values) {
            double[] roots = new double[values.length];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = Math.sqrt(Math.max(0, values[i]));
            }
            return roots;
        }

        /** 0 for directions that are not there. */
        private static double[] inverse(double[] values) {
            double[] inverse = new double[values.length];
            for (int i = 0; i < inverse.length; i++) {
                inverse[i] = values[i] > 0 ? 1 / values[i] : 0;
            }
            return inverse;
        }
    }
}
