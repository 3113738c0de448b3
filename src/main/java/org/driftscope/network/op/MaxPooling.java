package org.driftscope.network.op;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.WindowRow;
import org.driftscope.network.op.shape.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest of each channel in plain 2-D windows of an NHWC array, in loops that the compiler makes vectors of. */
final class MaxPooling {
    private final Window window;
    private final int channels;
    private final WindowRow line;
    private final float[] best;

    private MaxPooling(INDArray x, Window window) {
        this.window = window;
        this.channels = (int) x.size(3);
        this.line = new WindowRow(
                (int) x.size(2),
                channels,
                (int) window.strides()[1],
                (int) window.before()[1],
                (int) window.kernel()[1],
                (int) window.outputs()[1],
                Float.NEGATIVE_INFINITY);
        this.best = new float[(int) window.outputs()[1] * channels];
    }

    /**
     * Pools.
     *
     * @param x [batch, height, width, channels]
     * @param window without dilation
     * @return new array
     */
    static INDArray apply(INDArray x, Window window, ArrayPool pool) {
        INDArray out = pool.take(x.size(0), window.outputs()[0], window.outputs()[1], x.size(3));
        new MaxPooling(x, window).run(NativeArrays.buffer(x), x.shape(), NativeArrays.buffer(out));
        return out;
    }

    private void run(FloatBuffer x, long[] shape, FloatBuffer out) {
        int rows = (int) shape[1];
        int rowOfInputs = (int) shape[2] * channels;
        int height = (int) window.outputs()[0];
        for (int image = 0; image < shape[0]; image++) {
            for (int oy = 0; oy < height; oy++) {
                int top = oy * (int) window.strides()[0] - (int) window.before()[0];
                Arrays.fill(best, Float.NEGATIVE_INFINITY);
                for (int y = Math.max(0, top); y < Math.min(rows, top + window.kernel()[0]); y++) {
                    line.load(x, (image * rows + y) * rowOfInputs);
                    for (int tap = 0; tap < window.kernel()[1]; tap++) {
                        raise(best, line.tap(tap));
                    }
                }
                out.put((image * height + oy) * best.length, best);
            }
        }
    }

    private static void raise(float[] best, float[] x) {
        for (int i = 0; i < best.length; i++) {
            best[i] = Math.max(best[i], x[i]);
        }
    }
}
