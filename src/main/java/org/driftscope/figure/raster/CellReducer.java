package org.driftscope.figure.raster;

import java.util.Arrays;

/** Reduces bands of rows to one number a pixel; the buffers are reused from band to band. */
final class CellReducer {
    private final CellGrid grid;
    private final AxisCells across;
    private final Reduction reduction;
    private final float[] result;
    private final int[] counts;

    CellReducer(CellGrid grid, AxisCells across, Reduction reduction) {
        this.grid = grid;
        this.across = across;
        this.reduction = reduction;
        this.result = new float[across.pixels()];
        this.counts = new int[across.pixels()];
    }

    /**
     * One number a pixel for the rows [from, to).
     *
     * @return NaN where no cell has a number; valid until the next call
     */
    float[] row(int from, int to) {
        Arrays.fill(result, 0);
        Arrays.fill(counts, 0);
        for (int row = from; row < to; row++) {
            if (reduction == Reduction.MEAN) {
                addRow(row * grid.cols());
            } else {
                keepLargest(row * grid.cols());
            }
        }
        finish();
        return result;
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

    private void keepLargest(int start) {
        float[] values = grid.values();
        for (int x = 0; x < result.length; x++) {
            float largest = result[x];
            int count = 0;
            for (int i = start + across.from()[x]; i < start + across.to()[x]; i++) {
                float value = values[i];
                if (!Float.isNaN(value)) {
                    largest = Math.abs(value) > Math.abs(largest) ? value : largest;
                    count++;
                }
            }
            result[x] = largest;
            counts[x] += count;
        }
    }

    private void finish() {
        for (int x = 0; x < result.length; x++) {
            if (counts[x] == 0) {
                result[x] = Float.NaN;
            } else if (reduction == Reduction.MEAN) {
                result[x] /= counts[x];
            }
        }
    }
}
