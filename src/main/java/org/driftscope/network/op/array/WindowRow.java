package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * One row of an NHWC image as a row of windows sees it: what each tap reads, window by window. Loops over taps then run over
 * arrays from the same place in each, of which the compiler makes vector instructions; it does not where places differ.
 */
public final class WindowRow {
    private final int width;
    private final int channels;
    private final int stride;
    private final int padding;
    private final int windows;
    private final float[][] taps;
    private final float[] row;

    /**
     * @param width columns of the image
     * @param stride columns between windows
     * @param padding columns before the first
     * @param taps columns of a window
     * @param windows in a row
     * @param filler what padding holds
     */
    public WindowRow(int width, int channels, int stride, int padding, int taps, int windows, float filler) {
        this.width = width;
        this.channels = channels;
        this.stride = stride;
        this.padding = padding;
        this.windows = windows;
        this.taps = new float[taps][windows * channels];
        this.row = new float[stride == 1 ? 0 : width * channels];
        for (float[] tap : this.taps) {
            Arrays.fill(tap, filler);
        }
    }

    /**
     * Reads a row.
     *
     * @param from place of its first float
     */
    public void load(FloatBuffer image, int from) {
        if (stride != 1) {
            image.get(from, row);
        }
        for (int tap = 0; tap < taps.length; tap++) {
            int first = Math.max(0, -Math.floorDiv(-(padding - tap), stride));
            int end = Math.min(windows, -Math.floorDiv(-(width + padding - tap), stride));
            if (stride == 1 && end > first) {
                int at = from + (first + tap - padding) * channels;
                image.get(at, taps[tap], first * channels, (end - first) * channels);
            }
            for (int window = first; stride != 1 && window < end; window++) {
                int at = (window * stride + tap - padding) * channels;
                System.arraycopy(row, at, taps[tap], window * channels, channels);
            }
        }
    }

    /** What a tap reads, [windows, channels]. */
    public float[] tap(int tap) {
        return taps[tap];
    }
}
