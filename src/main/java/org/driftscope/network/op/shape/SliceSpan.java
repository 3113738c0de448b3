package org.driftscope.network.op.shape;

/**
 * What a slice takes of one axis; ends are clamped as in NumPy.
 *
 * @param first the first place taken
 * @param count places taken
 */
public record SliceSpan(long first, long count) {
    /**
     * @param start first place, counted from the end where negative
     * @param end place after the last, counted from the end where negative
     * @param step not 0; negative walks backwards
     * @param size of the axis
     */
    public static SliceSpan of(long start, long end, long step, long size) {
        if (size == 0) {
            return new SliceSpan(0, 0);
        }
        long first = Math.min(step > 0 ? size : size - 1, Math.max(0, counted(start, size)));
        long last = step > 0
                ? Math.min(size, Math.max(0, counted(end, size)))
                : Math.min(size - 1, Math.max(-1, counted(end, size)));
        long span = last - first;
        boolean empty = step > 0 ? span <= 0 : span >= 0;
        return new SliceSpan(first, empty ? 0 : (span - Long.signum(step)) / step + 1);
    }

    private static long counted(long place, long size) {
        return place < 0 ? place + size : place;
    }
}
