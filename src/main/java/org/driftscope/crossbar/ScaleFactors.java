package org.driftscope.crossbar;

import java.util.Arrays;

/**
 * The weight w_max that stands for full conductance, one a column (equal for all columns where the layer shares it).
 * Weights beyond it are clipped.
 *
 * @param wMax one a column, at least 0; 0 where all weights of its scope are 0
 */
record ScaleFactors(double[] wMax) {
    /** The given percentile of |w| of each scope; the largest |w| at 100. */
    static ScaleFactors of(WeightMatrix weights, ScaleScope scope, double percentile) {
        double[] wMax = new double[weights.cols()];
        if (scope == ScaleScope.LAYER) {
            Arrays.fill(wMax, percentile(absolute(weights.values(), 0, 1), percentile));
        } else {
            Arrays.setAll(wMax, col -> percentile(absolute(weights.values(), col, weights.cols()), percentile));
        }
        return new ScaleFactors(wMax);
    }

    /** The weight divided by its column's w_max and clipped to [-1, 1]. */
    double normalise(float weight, int col) {
        return wMax[col] == 0 ? 0 : Math.max(-1, Math.min(1, weight / wMax[col]));
    }

    private static float[] absolute(float[] values, int from, int step) {
        float[] magnitudes = new float[(values.length - from + step - 1) / step];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = Math.abs(values[from + i * step]);
        }
        return magnitudes;
    }

    /** Linear interpolation between order statistics, as most statistics packages have it. May sort its argument. */
    private static double percentile(float[] magnitudes, double percentile) {
        if (percentile == 100) {
            return greatest(magnitudes);
        }
        Arrays.sort(magnitudes);
        double place = percentile / 100 * (magnitudes.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, magnitudes.length - 1);
        return magnitudes[below] + (place - below) * (magnitudes[above] - magnitudes[below]);
    }

    private static float greatest(float[] magnitudes) {
        float greatest = 0;
        for (float magnitude : magnitudes) {
            greatest = Math.max(greatest, magnitude);
        }
        return greatest;
    }
}
