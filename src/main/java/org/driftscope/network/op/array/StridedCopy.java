package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/** Moves a block of elements between two places in memory, each with its own start and strides. */
public final class StridedCopy {
    private StridedCopy() {}

    /** Copies all elements; both have the same shape. */
    public static void copy(Elements source, Elements target) {
        copy(source, 0, source.strides(), target, 0, target.strides(), target.shape());
    }

    /**
     * Copies a block.
     *
     * @param sourceStart index of the block's first element in the source
     * @param sourceStrides steps along the block's axes; 0 repeats, negative walks backwards
     * @param targetStart index of the block's first element in the target
     * @param shape the block's shape
     */
    public static void copy(
            Elements source,
            long sourceStart,
            long[] sourceStrides,
            Elements target,
            long targetStart,
            long[] targetStrides,
            long[] shape) {
        int from = (int) sourceStart;
        int to = (int) targetStart;
        Walk.Row row = source.isFloat()
                ? floatRow(source.floats(), from, target.floats(), to)
                : longRow(source.longs(), from, target.longs(), to);
        Walk.rows(shape, targetStrides, sourceStrides, targetStrides, row);
    }

    private static Walk.Row floatRow(FloatBuffer from, int fromStart, FloatBuffer to, int toStart) {
        return (at, step, source, sourceStep, again, againStep, count) -> {
            int target = toStart + at;
            int first = fromStart + source;
            if (sourceStep == 1 && step == 1) {
                to.put(target, from, first, count);
                return;
            }
            for (int i = 0; i < count; i++) {
                to.put(target + i * step, from.get(first + i * sourceStep));
            }
        };
    }

    private static Walk.Row longRow(LongBuffer from, int fromStart, LongBuffer to, int toStart) {
        return (at, step, source, sourceStep, again, againStep, count) -> {
            for (int i = 0; i < count; i++) {
                to.put(toStart + at + i * step, from.get(fromStart + source + i * sourceStep));
            }
        };
    }
}
