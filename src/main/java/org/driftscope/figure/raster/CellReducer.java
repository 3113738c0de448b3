package org.driftscope.figure.raster;

import java.util.Arrays;

/** Reduces bands of rows to one number a pixel; the buffers are reused from band to band. */
final class CellReducer {
    private static final int INFINITY_BITS = 0x7F800000;
    private static final long NO_NUMBER = -1;

    private final CellGrid grid;
    private final AxisCells across;
    private final Reduction reduction;
    private final float[] result;
    private final int[] counts;
    private final long[] largest;

    CellReducer(CellGrid grid, AxisCells across, Reduction reduction) {
        this.grid = grid;
        this.across = across;
        this.reduction = reduction;
        this.result = new float[across.pixels()];
        this.counts = new int[across.pixels()];
        this.largest = new long[across.pixels()];
    }

    /**
     * One number a pixel for the rows [from, to).
     *
     * @return NaN where no cell has a number; valid until the next call
     */
    float[] row(int from, int to) {
        if (reduction == Reduction.MEAN) {
            mean(from, to);
        } else {
            largest(from, to);
        }
        return result;
    }

    private void mean(int from, int to) {
        Arrays.fill(result, 0);
        Arrays.fill(counts, 0);
        for (int row = from; row < to; row++) {
            addRow(row * grid.cols());
        }
        for (int x = 0; x < result.length; x++) {
            // 0 / 0 is NaN: no cell had a number
            result[x] /= counts[x];
        }
    }

    private void addRow(int start) {
        float[] values = grid.values();
        for (int x = 0; x < result.length; x++) {
            float sum = 0;
            int count = 0;
            for (int i = start + across.from()[x]; i < start + across.to()[x]; i++) {
                float value = values[i];
                if (!Float.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
            result[x] += sum;
            counts[x] += count;
        }
    }

    private void largest(int from, int to) {
        Arrays.fill(largest, NO_NUMBER);
        for (int row = from; row < to; row++) {
            keepLargest(row * grid.cols());
        }
        for (int x = 0; x < result.length; x++) {
            long key = largest[x];
            float size = Float.intBitsToFloat((int) (key >>> 1));
            result[x] = key == NO_NUMBER ? Float.NaN : (key & 1) == 0 ? size : -size;
        }
    }

    private void keepLargest(int start) {
        float[] values = grid.values();
        for (int x = 0; x < result.length; x++) {
            long best = largest[x];
            for (int i = start + across.from()[x]; i < start + across.to()[x]; i++) {
                best = Math.max(best, key(values[i]));
            }
            largest[x] = best;
        }
    }

    /** A number that grows with a float's size and ends in its sign: its maximum needs no branch to be mispredicted. */
    private static long key(float value) {
        int bits = Float.floatToRawIntBits(value);
        int size = bits & Integer.MAX_VALUE;
        return size > INFINITY_BITS ? NO_NUMBER : (long) size << 1 | bits >>> 31;
    }
}
