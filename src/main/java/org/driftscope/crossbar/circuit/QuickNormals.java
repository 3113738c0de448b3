package org.driftscope.crossbar.circuit;

/**
 * Standard normal numbers for noise that is drawn anew at every read, a nanosecond each: 16 bits of a counter's hash
 * (SplitMix64: Steele, Lea and Flood, OOPSLA 2014) choose among 65,536 equally likely quantiles, scaled so that their variance is
 * 1. The largest are 4.3 standard deviations off.
 */
final class QuickNormals {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = (1 << CHUNK_BITS) - 1;
    private static final double[] CENTRE_TOP = {
        -3.969683028665376e+01,
        2.209460984245205e+02,
        -2.759285104469687e+02,
        1.383577518672690e+02,
        -3.066479806614716e+01,
        2.506628277459239e+00
    };
    private static final double[] CENTRE_BOTTOM = {
        -5.447609879822406e+01,
        1.615858368580409e+02,
        -1.556989798598866e+02,
        6.680131188771972e+01,
        -1.328068155288572e+01,
        1
    };
    private static final double[] TAIL_TOP = {
        -7.784894002430293e-03,
        -3.223964580411365e-01,
        -2.400758277161838e+00,
        -2.549732539343734e+00,
        4.374664141464968e+00,
        2.938163982698783e+00
    };
    private static final double[] TAIL_BOTTOM = {
        7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1
    };
    private static final double TAIL = 0.02425;

    private static final float[] QUANTILES = quantiles();

    private QuickNormals() {}

    /**
     * Fills an array.
     *
     * @param key the same key gives the same numbers
     * @param target receives them from its start
     * @param count how many
     */
    static void fill(long key, float[] target, int count) {
        float[] quantiles = QUANTILES;
        long counter = key;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            counter += GOLDEN_GAMMA;
            long bits = mix(counter);
            target[i] = quantiles[(int) bits & CHUNK];
            target[i + 1] = quantiles[(int) (bits >>> CHUNK_BITS) & CHUNK];
            target[i + 2] = quantiles[(int) (bits >>> 2 * CHUNK_BITS) & CHUNK];
            target[i + 3] = quantiles[(int) (bits >>> 3 * CHUNK_BITS)];
        }
        long rest = mix(counter + GOLDEN_GAMMA);
        for (; i < count; i++) {
            target[i] = quantiles[(int) rest & CHUNK];
            rest >>>= CHUNK_BITS;
        }
    }

    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    private static float[] quantiles() {
        double[] exact = new double[CHUNK + 1];
        double power = 0;
        for (int i = 0; i < exact.length; i++) {
            exact[i] = quantile((i + 0.5) / exact.length);
            power += exact[i] * exact[i];
        }
        double scale = 1 / Math.sqrt(power / exact.length);
        float[] values = new float[exact.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (exact[i] * scale);
        }
        return values;
    }

    /** Where the normal distribution reaches a share, to 1e-9 (P. J. Acklam's rational approximation). */
    private static double quantile(double share) {
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        if (share < TAIL) {
            double q = Math.sqrt(-2 * Math.log(share));
            return polynomial(TAIL_TOP, q) / polynomial(TAIL_BOTTOM, q);
        }
        double q = share - 0.5;
        return q * polynomial(CENTRE_TOP, q * q) / polynomial(CENTRE_BOTTOM, q * q);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
