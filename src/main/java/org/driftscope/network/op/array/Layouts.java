package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rearranges channels; plain loops, as ND4J's copy of a permuted array is three times slower. */
public final class Layouts {
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

    /** Turns each image's [rows, cols] into [cols, rows]. */
    private static void transpose(INDArray from, INDArray to, int images, int rows, int cols) {
        FloatBuffer in = NativeArrays.buffer(from);
        FloatBuffer out = NativeArrays.buffer(to);
        int next = 0;
        for (int image = 0; image < images; image++) {
            int start = image * rows * cols;
            for (int col = 0; col < cols; col++) {
                for (int row = 0; row < rows; row++) {
                    out.put(next++, in.get(start + row * cols + col));
                }
            }
        }
    }
}
