package org.driftscope.io.files;

/** The two 16-bit floating-point formats of model and image files. */
public final class HalfFloat {
    private static final float SMALLEST_SUBNORMAL = 0x1p-24f;

    private HalfFloat() {}

    /**
     * IEEE 754 binary16 to float; exact.
     *
     * @param bits sign, 5 bits of exponent, 10 of fraction in the low 16 bits
     */
    public static float fromBinary16(int bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SMALLEST_SUBNORMAL));
        }
        int wideExponent = exponent == 0x1f ? 0xff : exponent + 127 - 15;
        return Float.intBitsToFloat(sign | (wideExponent << 23) | (fraction << 13));
    }

    /**
     * bfloat16, the upper half of a float, to float; exact.
     *
     * @param bits in the low 16 bits
     */
    public static float fromBfloat16(int bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
