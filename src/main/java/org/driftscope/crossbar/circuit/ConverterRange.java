package org.driftscope.crossbar.circuit;

import java.util.Arrays;

/** Ranges of converters, set by the values that come up on calibration images. */
public final class ConverterRange {
    private static final int CANDIDATES = 81;
    private static final double LEAST_SHARE = 0.2;
    /** Of inputs that are converted; above it is clipped. */
    private static final double INPUT_QUANTILE = 0.99995;

    private ConverterRange() {}

    /**
     * The range of a sign-magnitude converter that leaves the least absolute error, among a fifth to all of the greatest
     * magnitude; 1 where all values are 0.
     *
     * @param values a sample of those that are converted
     * @param greatest magnitude of all of them
     */
    public static double leastError(float[] values, double greatest, int bits) {
        double best = greatest > 0 ? greatest : 1;
        double leastError = Double.POSITIVE_INFINITY;
        for (int i = 0; i < CANDIDATES && greatest > 0; i++) {
            double most = greatest * (LEAST_SHARE + (1 - LEAST_SHARE) * i / (CANDIDATES - 1));
            double error = absoluteError(values, Converter.signMagnitude(bits, most));
            if (error < leastError) {
                leastError = error;
                best = most;
            }
        }
        return best;
    }

    private static double absoluteError(float[] values, Converter converter) {
        float[] converted = values.clone();
        converter.convertInPlace(converted);
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            error += Math.abs(values[i] - converted[i]);
        }
        return error;
    }

    /**
     * A converter of a layer's inputs: from 0 where none is negative, sign and magnitude else, up to the magnitude that one input
     * in 20,000 exceeds.
     */
    public static Converter ofInputs(float[] values, int bits) {
        float[] magnitudes = values.clone();
        boolean negative = false;
        for (int i = 0; i < values.length; i++) {
            negative |= values[i] < 0;
            magnitudes[i] = Math.abs(values[i]);
        }
        double most = quantile(magnitudes, INPUT_QUANTILE);
        double range = most > 0 ? most : 1;
        return negative ? Converter.signMagnitude(bits, range) : Converter.between(bits, 0, range);
    }

    /** Linear interpolation between order statistics. @param values sorted by this */
    static double quantile(float[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        Arrays.sort(values);
        double place = share * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * ((double) values[above] - values[below]);
    }
}
