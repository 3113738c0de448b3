package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rearranges channels; tiles on the heap, as ND4J's copy of a permuted array is many times slower. */
public final class Layouts {
    private static final int TILE = 64;

    private Layouts() {}

    /** NHWC from NCHW; an array of the pool's. */
    public static INDArray channelsLast(INDArray nchw, ArrayPool pool) {
        INDArray out = pool.take(nchw.size(0), nchw.size(2), nchw.size(3), nchw.size(1));
        transpose(nchw, out, (int) nchw.size(0), (int) nchw.size(1), (int) (nchw.size(2) * nchw.size(3)));
        return out;
    }

    /** NCHW from NHWC; an array of the pool's. */
    public static INDArray channelsFirst(INDArray nhwc, ArrayPool pool) {
        INDArray out = pool.take(nhwc.size(0), nhwc.size(3), nhwc.size(1), nhwc.size(2));
        transpose(nhwc, out, (int) nhwc.size(0), (int) (nhwc.size(1) * nhwc.size(2)), (int) nhwc.size(3));
        return out;
    }

    /** Turns each image's [rows, cols] into [cols, rows], tile by tile. */
    private static void transpose(INDArray from, INDArray to, int images, int rows, int cols) {
        FloatBuffer in = NativeArrays.buffer(from);
        FloatBuffer out = NativeArrays.buffer(to);
        float[] line = new float[TILE];
        float[] turned = new float[TILE * TILE];
        for (int image = 0; image < images; image++) {
            int start = image * rows * cols;
            for (int row = 0; row < rows; row += TILE) {
                int height = Math.min(TILE, rows - row);
                for (int col = 0; col < cols; col += TILE) {
                    int width = Math.min(TILE, cols - col);
                    for (int i = 0; i < height; i++) {
                        in.get(start + (row + i) * cols + col, line, 0, width);
                        spread(line, width, turned, i, height);
                    }
                    store(turned, height, width, out, start + col * rows + row, rows);
                }
            }
        }
    }

    private static void spread(float[] line, int width, float[] turned, int row, int height) {
        for (int i = 0; i < width; i++) {
            turned[i * height + row] = line[i];
        }
    }

    private static void store(float[] tile, int height, int width, FloatBuffer out, int start, int step) {
        if (height == step) {
            out.put(start, tile, 0, width * height);
            return;
        }
        for (int i = 0; i < width; i++) {
            out.put(start + i * step, tile, i * height, height);
        }
    }
}
