package org.driftscope.crossbar.circuit;

import java.util.Arrays;

/** Ranges of converters, set by the values that come up on calibration images. */
public final class ConverterRange {
    private static final int CANDIDATES = 81;
    /** A divisor of the number of candidates. */
    private static final int TOGETHER = 3;

    private static final int IN_CACHE = 2048;
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
        if (!(greatest > 0)) {
            return 1;
        }
        double[] errors = new double[CANDIDATES];
        for (int from = 0; from < values.length; from += IN_CACHE) {
            float[] some = Arrays.copyOfRange(values, from, Math.min(values.length, from + IN_CACHE));
            for (int first = 0; first < CANDIDATES; first += TOGETHER) {
                addErrors(some, greatest, bits, first, errors);
            }
        }
        int best = 0;
        for (int i = 1; i < CANDIDATES; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return candidate(greatest, best);
    }

    private static double candidate(double greatest, int number) {
        return greatest * (LEAST_SHARE + (1 - LEAST_SHARE) * number / (CANDIDATES - 1));
    }

    /** Of three candidates at once: each sum waits for the one before, three do not wait for one another. */
    private static void addErrors(float[] values, double greatest, int bits, int first, double[] errors) {
        float[][] converted = new float[TOGETHER][];
        for (int i = 0; i < TOGETHER; i++) {
            converted[i] = values.clone();
            Converter.signMagnitude(bits, candidate(greatest, first + i)).convertInPlace(converted[i]);
        }
        float[] one = converted[0];
        float[] two = converted[1];
        float[] three = converted[2];
        double ofOne = errors[first];
        double ofTwo = errors[first + 1];
        double ofThree = errors[first + 2];
        for (int i = 0; i < values.length; i++) {
            ofOne += Math.abs(values[i] - one[i]);
            ofTwo += Math.abs(values[i] - two[i]);
            ofThree += Math.abs(values[i] - three[i]);
        }
        errors[first] = ofOne;
        errors[first + 1] = ofTwo;
        errors[first + 2] = ofThree;
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
