package org.driftscope.crossbar.circuit;

/**
 * A converter between analog and digital: {@code y = round((clip(x, low, high) - origin) / step) step + origin}, halves to even.
 *
 * @param low least value it tells apart
 * @param high greatest value
 * @param origin a value that is a level
 * @param steps between levels, in one unit of the value
 */
public record Converter(double low, double high, double origin, double steps) {
    /** Adding and taking it off rounds a single-precision number below 2^22 to a whole one, halves to even. */
    private static final float ROUNDING = 0x1.8p23f;

    public Converter {
        if (!(high > low && steps > 0) || Double.isInfinite(steps)) {
            throw new IllegalArgumentException(
                    "a converter from " + low + " to " + high + " of " + steps + " steps a unit");
        }
    }

    /** {@code 2^bits} levels from {@code low} to {@code high}, both included. */
    public static Converter between(int bits, double low, double high) {
        return new Converter(low, high, low, ((1L << bits) - 1) / (high - low));
    }

    /** Sign and magnitude: {@code 2^bits - 1} levels from {@code -most} to {@code most}, of which 0 is one. @param bits 2 or more */
    public static Converter signMagnitude(int bits, double most) {
        return new Converter(-most, most, 0, ((1L << (bits - 1)) - 1) / most);
    }

    public double convert(double x) {
        return Math.rint((Math.max(low, Math.min(high, x)) - origin) * steps) / steps + origin;
    }

    /** The same of an array in single precision; converts it where it lies. */
    public void convertInPlace(float[] values) {
        float least = (float) low;
        float most = (float) high;
        float from = (float) origin;
        float perUnit = (float) steps;
        float step = (float) (1 / steps);
        for (int i = 0; i < values.length; i++) {
            float scaled = (Math.max(least, Math.min(most, values[i])) - from) * perUnit;
            values[i] = (scaled + ROUNDING - ROUNDING) * step + from;
        }
    }

    /** Whether a value lies beyond the range. */
    public boolean clips(double x) {
        return x < low || x > high;
    }

    /** From one level to the next. */
    public double step() {
        return 1 / steps;
    }
}
