package org.driftscope.network.run;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.product.Convolution;
import org.driftscope.network.op.product.MatrixProduct;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer's weights as the kernels want them: [kh, kw, channels of a group, outputs] for a convolution, [rows, cols]
 * else; a batch normalisation that follows is multiplied in.
 *
 * @param biased whether any bias differs from 0
 */
record PreparedWeights(INDArray kernel, INDArray bias, boolean biased) implements LayerProduct {
    /**
     * Lays out weights.
     *
     * @param bias the layer's digital bias, length cols
     * @param scale the batch normalisation after the layer, or null
     */
    static PreparedWeights of(AnalogLayer layer, WeightMatrix weights, float[] bias, @Nullable ChannelScale scale) {
        if (weights.rows() != layer.rows() || weights.cols() != layer.cols()) {
            throw new IllegalArgumentException("layer " + layer.name() + " is " + layer.rows() + " x " + layer.cols()
                    + ", its weights " + weights.rows() + " x " + weights.cols());
        }
        float[] laidOut = laidOut(layer, weights, scale);
        float[] shift = scaled(bias, scale);
        return new PreparedWeights(
                NativeArrays.of(laidOut, kernelShape(layer)), NativeArrays.of(shift, shift.length), isBiased(shift));
    }

    private static boolean isBiased(float[] shift) {
        for (float s : shift) {
            if (s != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public INDArray convolution(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images) {
        return Convolution.apply(x, kernel, bias, geometry, groups, pool, null);
    }

    @Override
    public INDArray convolution(
            INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images, Clamp clamp) {
        return Convolution.apply(x, kernel, bias, geometry, groups, pool, clamp);
    }

    @Override
    public void dense(INDArray rows, INDArray out, ArrayPool pool, ImageNumbers images) {
        MatrixProduct.into(out, rows, kernel, biased ? bias : null);
    }

    static long[] kernelShape(AnalogLayer layer) {
        ConvGeometry g = layer.geometry();
        if (g == null) {
            return new long[] {layer.rows(), layer.cols()};
        }
        return new long[] {g.kernelH(), g.kernelW(), layer.rows() / (g.kernelH() * g.kernelW()), layer.cols()};
    }

    private static float[] laidOut(AnalogLayer layer, WeightMatrix weights, @Nullable ChannelScale scale) {
        ConvGeometry g = layer.geometry();
        int taps = g == null ? 1 : g.kernelH() * g.kernelW();
        int channels = layer.rows() / taps;
        int cols = layer.cols();
        float[] out = new float[weights.values().length];
        for (int row = 0; row < layer.rows(); row++) {
            int target = (row % taps * channels + row / taps) * cols;
            System.arraycopy(weights.values(), row * cols, out, target, cols);
            for (int col = 0; scale != null && col < cols; col++) {
                out[target + col] *= scale.gain()[col];
            }
        }
        return out;
    }

    static float[] scaled(float[] bias, @Nullable ChannelScale scale) {
        float[] out = bias.clone();
        for (int col = 0; scale != null && col < out.length; col++) {
            out[col] = out[col] * scale.gain()[col] + scale.shift()[col];
        }
        return out;
    }

    @Override
    public void close() {
        kernel.close();
        bias.close();
    }
}
