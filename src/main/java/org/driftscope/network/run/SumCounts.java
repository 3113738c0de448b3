package org.driftscope.network.run;

/**
 * How all partial sums for some inputs spread, and how many converters clip.
 *
 * @param bins sums in bins of equal width from {@code -most} to {@code most}; what lies beyond is in none. Treat as read-only
 * @param most upper edge of the last bin
 * @param sums number of all sums
 * @param clipped sums beyond the range of the ADC; 0 where it is ideal
 * @param greatest magnitude of all sums
 * @param inputs number of all inputs
 * @param inputsClipped inputs beyond the range of the DAC; 0 where it is ideal
 */
public record SumCounts(
        long[] bins, double most, long sums, long clipped, double greatest, long inputs, long inputsClipped) {
    /** Odd, so that 0 lies in the middle of a bin. */
    private static final int BINS = 81;

    /** Nothing was counted. */
    public static SumCounts none(double most) {
        return new SumCounts(new long[BINS], most, 0, 0, 0, 0, 0);
    }

    /** Both together, of the same bins. */
    public SumCounts plus(SumCounts other) {
        if (other.most != most) {
            throw new IllegalArgumentException("bins up to " + most + " and up to " + other.most);
        }
        long[] all = bins.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += other.bins[i];
        }
        return new SumCounts(
                all,
                most,
                sums + other.sums,
                clipped + other.clipped,
                Math.max(greatest, other.greatest),
                inputs + other.inputs,
                inputsClipped + other.inputsClipped);
    }

    /** Share of the sums that the ADC clips, 0 to 1. */
    public double clippedShare() {
        return sums == 0 ? 0 : (double) clipped / sums;
    }

    /** Share of the inputs that the DAC clips, 0 to 1. */
    public double inputsClippedShare() {
        return inputs == 0 ? 0 : (double) inputsClipped / inputs;
    }

    /** Sums that are in no bin. */
    public long beyond() {
        long within = 0;
        for (long count : bins) {
            within += count;
        }
        return sums - within;
    }
}
