package org.driftscope.adapter;

/**
 * How A and B of a low-rank adapter are held in SRAM: as 16-bit numbers, or as whole multiples, {@code -most} to {@code most},
 * of one 16-bit scale a column of A and a row of B.
 *
 * @param bits of every value of A and B, 2 to 16; at 16 there are no scales
 * @param scalesA one a column of A
 * @param scalesB one a row of B, the rows of one group after those of another
 */
public record FactorPrecision(int bits, float[] scalesA, float[] scalesB) {
    /** Bits of a value that nothing makes narrower, and of a scale. */
    public static final int FULL_BITS = 16;
    /** One bit has no room for a sign and a zero. */
    public static final int LEAST_BITS = 2;
    /** Values as they were fitted. */
    public static final FactorPrecision FULL = new FactorPrecision(FULL_BITS, new float[0], new float[0]);

    public FactorPrecision {
        if (bits < LEAST_BITS || bits > FULL_BITS || scalesA.length != scalesB.length) {
            throw new IllegalArgumentException(
                    "factors of " + bits + " bits with " + scalesA.length + " and " + scalesB.length + " scales");
        }
    }

    /** Whether values are multiples of scales. */
    public boolean isNarrow() {
        return bits < FULL_BITS;
    }

    /** The largest multiple, {@code 2^(bits - 1) - 1}. */
    public int most() {
        return most(bits);
    }

    /** As {@link #most()}. */
    public static int most(int bits) {
        return (1 << (bits - 1)) - 1;
    }

    /**
     * Bits that factors take, scales included.
     *
     * @param values numbers in A and B
     * @param ranks columns of A of all groups, as many as rows of B
     */
    public static long sramBits(int bits, long values, long ranks) {
        return bits * values + (bits < FULL_BITS ? 2 * FULL_BITS * ranks : 0);
    }

    /** A scale as 16 bits hold it: the next float of 8 significant bits (bfloat16), so that nothing is clipped. At least 0. */
    public static float scale(double wanted) {
        return Float.intBitsToFloat(Float.floatToRawIntBits((float) wanted) + 0xffff & 0xffff0000);
    }

    /** The multiple of a scale that a value is, or comes nearest to. */
    public static int code(double value, float scale, int most) {
        return scale == 0 ? 0 : (int) Math.max(-most, Math.min(most, Math.rint(value / scale)));
    }
}
