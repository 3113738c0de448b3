package org.driftscope.calibration.statistics;

import org.driftscope.algebra.Matrix;

/**
 * Second moments {@code G = E[x x^T]} and means {@code mu = E[x]} of the input patches x of one group of a layer, in the
 * form that its size asks for. Immutable; arrays are shared, treat them as read-only.
 */
public sealed interface InputMoments permits DenseMoments, SingleMoments, FactoredMoments {
    /** Inputs d beyond which no [d, d] matrix of doubles is kept. */
    int LARGE_ROWS = 1024;

    /** Inputs d. */
    int rows();

    /** mu, [d]. */
    double[] mean();

    /** G W, a new matrix. @param weights W, [d, any] */
    Matrix times(Matrix weights);

    /** The diagonal of G, [d]. */
    double[] diagonal();

    /** G, row-major [d, d], symmetric; a new array unless it is kept so. */
    double[] gram();

    /** {@code w^T G w} over some rows alone. @param column w, [d] @param to not included */
    double power(double[] column, int from, int to);

    /** tr(G). */
    default double trace() {
        double trace = 0;
        for (double value : diagonal()) {
            trace += value;
        }
        return trace;
    }
}
