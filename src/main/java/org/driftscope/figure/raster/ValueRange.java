package org.driftscope.figure.raster;

import java.util.Locale;

/**
 * The values at the two ends of a colour map. A range that was once worked out and is kept is a locked one.
 *
 * @param low value of the first colour
 * @param high value of the last colour, above {@code low}
 */
public record ValueRange(double low, double high) {
    private static final int STEPS = 1024;

    public ValueRange {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("value range from " + low + " to " + high);
        }
    }

    /**
     * The smallest range that holds all finite values of some arrays.
     *
     * @param arrays not modified
     * @return widened about the value where all are the same; 0 to 1 where none is finite
     */
    public static ValueRange of(float[]... arrays) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] values : arrays) {
            for (float value : values) {
                if (Float.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return low > high ? new ValueRange(0, 1) : between(low, high);
    }

    /** The smallest range centred on zero that holds all finite values; -1 to 1 where all are zero or none is finite. */
    public static ValueRange symmetric(float[]... arrays) {
        float largest = 0;
        for (float[] values : arrays) {
            for (float value : values) {
                float size = Math.abs(value);
                if (size > largest && size <= Float.MAX_VALUE) {
                    largest = size;
                }
            }
        }
        return largest == 0 ? new ValueRange(-1, 1) : new ValueRange(-largest, largest);
    }

    /**
     * The smallest range centred on zero that holds a share of the values, so that a few outliers don't wash out all
     * others. Found to within a thousandth of the largest value.
     *
     * @param share of the finite values other than zero, above 0, at most 1
     */
    public static ValueRange symmetricFor(double share, float[]... arrays) {
        double largest = symmetric(arrays).high();
        int[] counts = new int[STEPS];
        long total = 0;
        for (float[] values : arrays) {
            for (float value : values) {
                double size = Math.abs(value);
                if (size > 0 && size <= Float.MAX_VALUE) {
                    counts[Math.min(STEPS - 1, (int) (size / largest * STEPS))]++;
                    total++;
                }
            }
        }
        long within = counts[0];
        int step = 1;
        while (step < STEPS && within < share * total) {
            within += counts[step++];
        }
        return total == 0 ? new ValueRange(-1, 1) : new ValueRange(-largest * step / STEPS, largest * step / STEPS);
    }

    /** The share of the numbers among some values that lie below it, 0 to 1. */
    public double shareBelow(float[] values) {
        int below = 0;
        for (float value : values) {
            below += value < low ? 1 : 0;
        }
        return (double) below / Math.max(1, values.length);
    }

    /** As {@link #shareBelow}, above it. */
    public double shareAbove(float[] values) {
        int above = 0;
        for (float value : values) {
            above += value > high ? 1 : 0;
        }
        return (double) above / Math.max(1, values.length);
    }

    /** ", 0.5 % beyond" for a share of values beyond a range; "" where there are none. */
    public static String beyond(double share) {
        if (share == 0) {
            return "";
        }
        return share < 0.0005 ? ", < 0.1 % beyond" : String.format(Locale.ROOT, ", %.1f %% beyond", 100 * share);
    }

    /** Whether zero is its middle. */
    public boolean isSymmetric() {
        return low == -high;
    }

    /** Where a value lies: 0 at low, 1 at high, beyond them outside. */
    public double fraction(double value) {
        return (value - low) / (high - low);
    }

    private static ValueRange between(double low, double high) {
        if (low < high) {
            return new ValueRange(low, high);
        }
        double margin = low == 0 ? 0.5 : Math.abs(low) / 2;
        return new ValueRange(low - margin, low + margin);
    }
}
