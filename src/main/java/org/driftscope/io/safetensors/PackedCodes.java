package org.driftscope.io.safetensors;

import java.util.Arrays;
import org.driftscope.io.safetensors.AdapterCodec.LayerMismatch;

/** Whole numbers of a few bits each, two's complement, the lowest bits of a byte first; 8 bits are int8, 4 two to a byte. */
final class PackedCodes {
    private PackedCodes() {}

    /** Bytes that so many numbers take. */
    static long bytes(long count, int bits) {
        return (count * bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Bytes 0 to 255; what is left of the last one is 0. */
    static long[] pack(int[] codes, int bits) {
        long[] packed = new long[Math.toIntExact(bytes(codes.length, bits))];
        for (int i = 0; i < codes.length; i++) {
            for (int bit = 0; bit < bits; bit++) {
                long at = (long) i * bits + bit;
                packed[(int) (at / Byte.SIZE)] |= (long) (codes[i] >> bit & 1) << at % Byte.SIZE;
            }
        }
        return packed;
    }

    /**
     * @param most what no number may exceed, either way
     * @throws LayerMismatch if there are not as many bytes as the numbers take, or one is none of these numbers
     */
    static int[] unpack(String name, long[] packed, long count, int bits, int most) throws LayerMismatch {
        if (packed.length != bytes(count, bits)) {
            throw new LayerMismatch("needs " + bytes(count, bits) + " bytes in " + name + ", " + bits
                    + " bits a value, but the file has " + packed.length);
        }
        int[] codes = new int[Math.toIntExact(count)];
        Arrays.setAll(codes, i -> code(packed, (long) i * bits, bits));
        if (Arrays.stream(codes).anyMatch(code -> Math.abs(code) > most)) {
            throw new LayerMismatch("has values outside -" + most + " to " + most + " in " + name);
        }
        long used = count * bits % Byte.SIZE;
        if (used > 0 && packed[packed.length - 1] >> used != 0) {
            throw new LayerMismatch("has bits behind the last value in " + name);
        }
        return codes;
    }

    private static int code(long[] packed, long from, int bits) {
        int code = 0;
        for (int bit = 0; bit < bits; bit++) {
            long at = from + bit;
            code |= (int) (packed[(int) (at / Byte.SIZE)] >> at % Byte.SIZE & 1) << bit;
        }
        int unused = Integer.SIZE - bits;
        return code << unused >> unused;
    }
}
