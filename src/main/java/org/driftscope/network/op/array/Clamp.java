package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Numbers kept within bounds.
 *
 * @param low least
 * @param high greatest
 */
public record Clamp(float low, float high) {
    /** max(x, 0). */
    public static final Clamp POSITIVE_PART = new Clamp(0, Float.POSITIVE_INFINITY);

    /** min(x, 0). */
    public static final Clamp NEGATIVE_PART = new Clamp(Float.NEGATIVE_INFINITY, 0);

    /** From 0 to 1. */
    public static final Clamp SHARE = new Clamp(0, 1);

    /** Elements of a piece, which fits the first cache. */
    private static final int PIECE = 2048;

    /** Writes the bounded elements of one array to another of the same shape, which may be the same. */
    public void run(INDArray x, INDArray z) {
        FloatBuffer from = NativeArrays.buffer(x);
        run(from, NativeArrays.buffer(z), 0, from.capacity());
    }

    /** In place, of the elements from {@code start} to before {@code end}. */
    public void run(FloatBuffer numbers, int start, int end) {
        run(numbers, numbers, start, end);
    }

    private void run(FloatBuffer from, FloatBuffer to, int start, int end) {
        float[] piece = new float[Math.min(end - start, PIECE)];
        for (int at = start; at < end; at += PIECE) {
            int length = Math.min(PIECE, end - at);
            from.get(at, piece, 0, length);
            run(piece, length);
            to.put(at, piece, 0, length);
        }
    }

    /** Of the first {@code length} numbers. */
    public void run(float[] numbers, int length) {
        if (high == Float.POSITIVE_INFINITY) {
            raise(numbers, low, length);
        } else {
            bound(numbers, low, high, length);
        }
    }

    private static void raise(float[] numbers, float low, int length) {
        for (int i = 0; i < length; i++) {
            numbers[i] = Math.max(numbers[i], low);
        }
    }

    private static void bound(float[] numbers, float low, float high, int length) {
        for (int i = 0; i < length; i++) {
            numbers[i] = Math.min(Math.max(numbers[i], low), high);
        }
    }
}
