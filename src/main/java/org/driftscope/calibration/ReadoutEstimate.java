package org.driftscope.calibration;

import org.driftscope.crossbar.WeightMatrix;

/**
 * What a noisy readout says about a layer's drifted weights, given that the clean ones are known. A readout is drifted
 * weight plus normal noise of a known sigma; taken at its word it would have drift where there is only noise, most of all
 * in layers where few weights are large.
 *
 * <p>Empirical Bayes with a normal prior: drifted weights lie around c Wt with variance {@code a + b Wt^2}, where c, a and
 * b are fitted to the layer's own readout by least squares. The estimate is the posterior mean,
 * {@code c Wt + k (readout - c Wt)} with {@code k = v / (v + sigma^2)}. A weight that lies too far out for that, such as
 * one with a stuck cell, is taken as it was read. (C. Morris 1983, J. Amer. Statist. Assoc. 78, 47.)
 */
public final class ReadoutEstimate {
    /** Deviations, in standard deviations, that are no drift and no noise. */
    private static final double OUTLIER = 5;

    private ReadoutEstimate() {}

    /**
     * @param target clean weights Wt
     * @param readout drifted weights as they were read, of the same shape
     * @param sigma standard deviation of the readout's noise, in weights; 0 gives the readout itself
     */
    public static WeightMatrix of(WeightMatrix target, WeightMatrix readout, double sigma) {
        if (sigma == 0) {
            return readout;
        }
        float[] clean = target.values();
        float[] read = readout.values();
        double centre = centre(clean, read);
        double[] prior = prior(clean, read, centre, sigma * sigma);
        float[] estimate = new float[read.length];
        for (int i = 0; i < read.length; i++) {
            double expected = centre * clean[i];
            double deviation = read[i] - expected;
            double variance = prior[0] + prior[1] * clean[i] * clean[i];
            double total = variance + sigma * sigma;
            double kept = deviation * deviation > OUTLIER * OUTLIER * total ? 1 : variance / total;
            estimate[i] = (float) (expected + kept * deviation);
        }
        return new WeightMatrix(readout.rows(), readout.cols(), estimate);
    }

    /** How much of the clean weights is left on average; 1 for a layer of zeros. */
    private static double centre(float[] clean, float[] read) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < clean.length; i++) {
            products += (double) clean[i] * read[i];
            squares += (double) clean[i] * clean[i];
        }
        return squares > 0 ? products / squares : 1;
    }

    /** Variance of drift as {@code a + b Wt^2}, a and b at least 0: a line through squared deviations less the noise. */
    private static double[] prior(float[] clean, float[] read, double centre, double noise) {
        double n = clean.length;
        double sx = 0;
        double sxx = 0;
        double sy = 0;
        double sxy = 0;
        for (int i = 0; i < clean.length; i++) {
            double x = (double) clean[i] * clean[i];
            double deviation = read[i] - centre * clean[i];
            double y = deviation * deviation - noise;
            sx += x;
            sxx += x * x;
            sy += y;
            sxy += x * y;
        }
        double spread = n * sxx - sx * sx;
        double slope = spread > 0 ? (n * sxy - sx * sy) / spread : 0;
        double floor = (sy - slope * sx) / n;
        if (floor < 0) {
            floor = 0;
            slope = sxx > 0 ? sxy / sxx : 0;
        } else if (slope < 0) {
            slope = 0;
            floor = sy / n;
        }
        return new double[] {Math.max(0, floor), Math.max(0, slope)};
    }
}
