package org.driftscope.network.op.product;

import java.nio.FloatBuffer;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.WindowRow;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution of each channel by itself. A tap's product with a row of outputs is a loop over floats that lie in order, of
 * which the compiler makes vector instructions; ND4J's kernel rearranges whole arrays instead.
 */
final class DepthwiseConvolution {
    /** Outputs that are summed over all taps at a time, so that they stay in the first cache. */
    private static final int PIECE = 1024;

    private final ConvGeometry geometry;
    private final int channels;
    private final int rowOfOutputs;
    private final float[][] weights;
    private final float[] bias;
    private final @Nullable Clamp clamp;

    private DepthwiseConvolution(
            INDArray kernel, INDArray bias, ConvGeometry geometry, int outputs, @Nullable Clamp clamp) {
        this.clamp = clamp;
        this.geometry = geometry;
        this.channels = (int) bias.length();
        this.rowOfOutputs = outputs * channels;
        this.bias = repeated(NativeArrays.buffer(bias), 0);
        this.weights = new float[geometry.kernelH() * geometry.kernelW()][];
        FloatBuffer given = NativeArrays.buffer(kernel);
        for (int tap = 0; tap < weights.length; tap++) {
            weights[tap] = repeated(given, tap * channels);
        }
    }

    /** A number a channel, for a row of outputs. */
    private float[] repeated(FloatBuffer numbers, int from) {
        float[] all = new float[rowOfOutputs];
        for (int at = 0; at < rowOfOutputs; at += channels) {
            numbers.get(from, all, at, channels);
        }
        return all;
    }

    /** As {@link Convolution#apply} of undilated kernels, for as many groups as channels and outputs. */
    static INDArray apply(
            INDArray x, INDArray kernel, INDArray bias, ConvGeometry g, ArrayPool pool, @Nullable Clamp clamp) {
        int height = g.outputHeight((int) x.size(1));
        int width = g.outputWidth((int) x.size(2));
        INDArray out = pool.take(x.size(0), height, width, x.size(3));
        DepthwiseConvolution convolution = new DepthwiseConvolution(kernel, bias, g, width, clamp);
        convolution.run(NativeArrays.buffer(x), x.shape(), NativeArrays.buffer(out), height, width);
        return out;
    }

    private void run(FloatBuffer x, long[] shape, FloatBuffer out, int height, int width) {
        int rows = (int) shape[1];
        int rowOfInputs = (int) shape[2] * channels;
        WindowRow[] lines = new WindowRow[geometry.kernelH()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = new WindowRow(
                    (int) shape[2], channels, geometry.strideW(), geometry.padLeft(), geometry.kernelW(), width, 0);
        }
        float[] sums = new float[rowOfOutputs];
        for (int image = 0; image < shape[0]; image++) {
            int loaded = -1;
            for (int oy = 0; oy < height; oy++) {
                int top = oy * geometry.strideH() - geometry.padTop();
                int end = Math.min(rows, top + geometry.kernelH());
                for (loaded = Math.max(loaded, Math.max(0, top) - 1); loaded < end - 1; loaded++) {
                    lines[(loaded + 1) % lines.length].load(x, (image * rows + loaded + 1) * rowOfInputs);
                }
                sum(lines, top, rows, sums);
                if (clamp != null) {
                    clamp.run(sums, sums.length);
                }
                out.put((image * height + oy) * rowOfOutputs, sums);
            }
        }
    }

    /** One row of outputs. @param top row of the first tap, below 0 in the padding */
    private void sum(WindowRow[] lines, int top, int rows, float[] sums) {
        for (int from = 0; from < rowOfOutputs; from += PIECE) {
            int to = Math.min(from + PIECE, rowOfOutputs);
            System.arraycopy(bias, from, sums, from, to - from);
            for (int ky = Math.max(0, -top); ky < Math.min(geometry.kernelH(), rows - top); ky++) {
                WindowRow line = lines[(top + ky) % lines.length];
                for (int kx = 0; kx < geometry.kernelW(); kx++) {
                    addProduct(sums, line.tap(kx), weights[ky * geometry.kernelW() + kx], from, to);
                }
            }
        }
    }

    private static void addProduct(float[] sums, float[] x, float[] weights, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += x[i] * weights[i];
        }
    }
}
