package org.driftscope.training.gradient.product;

import org.driftscope.network.ConvGeometry;
import org.driftscope.training.gradient.OpCall;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * How a kernel slides over an image; 2-D with equal padding on opposite sides.
 *
 * @param kernel height and width
 * @param strides steps down and across
 * @param pads rows and columns of padding on each side
 * @param dilations distances of the kernel's taps
 */
public record GradientWindow(long[] kernel, long[] strides, long[] pads, long[] dilations) {
    public static GradientWindow of(OpCall call, long... kernel) {
        if (kernel.length != 2) {
            throw call.unsupported("only 2-D kernels are");
        }
        long[] strides = call.attributes().integers("strides", 1, 1);
        long[] dilations = call.attributes().integers("dilations", 1, 1);
        return new GradientWindow(kernel, strides, pads(call, kernel, strides, dilations), dilations);
    }

    /** Of a convolution whose padding is the same on opposite sides. */
    public static GradientWindow of(ConvGeometry g) {
        return new GradientWindow(
                new long[] {g.kernelH(), g.kernelW()},
                new long[] {g.strideH(), g.strideW()},
                new long[] {g.padTop(), g.padLeft()},
                new long[] {g.dilationH(), g.dilationW()});
    }

    private static long[] pads(OpCall call, long[] kernel, long[] strides, long[] dilations) {
        String automatic = call.attributes().text("auto_pad", "NOTSET");
        long[] pads = call.attributes().integers("pads", 0, 0, 0, 0);
        if (automatic.startsWith("SAME")) {
            long[] size = call.input(0).shape();
            pads = new long[] {
                missing(size[2], kernel[0], strides[0], dilations[0]),
                missing(size[3], kernel[1], strides[1], dilations[1]),
                0,
                0
            };
            if (pads[0] % 2 != 0 || pads[1] % 2 != 0) {
                throw call.unsupported("its padding differs between opposite sides");
            }
            return new long[] {pads[0] / 2, pads[1] / 2};
        }
        if (pads[0] != pads[2] || pads[1] != pads[3]) {
            throw call.unsupported("its padding differs between opposite sides");
        }
        return new long[] {pads[0], pads[1]};
    }

    /** Rows that padding adds in all so that the output has size / stride rows, rounded up. */
    private static long missing(long size, long kernel, long stride, long dilation) {
        long outputs = (size + stride - 1) / stride;
        return Math.max(0, (outputs - 1) * stride + (kernel - 1) * dilation + 1 - size);
    }

    boolean isDilated() {
        return dilations[0] > 1 || dilations[1] > 1;
    }

    /** The same window with its gaps filled: a larger kernel without dilation. */
    GradientWindow dense() {
        long[] full = {(kernel[0] - 1) * dilations[0] + 1, (kernel[1] - 1) * dilations[1] + 1};
        return new GradientWindow(full, strides, pads, new long[] {1, 1});
    }

    /** Weights for {@link #dense()}: zeros in the gaps. ND4J's oneDNN convolution refuses dilation without padding. */
    INDArray spread(INDArray weight) {
        long[] full = dense().kernel();
        INDArray result = Nd4j.zeros(weight.dataType(), weight.size(0), weight.size(1), full[0], full[1]);
        result.get(taps()).assign(weight);
        return result;
    }

    /** The weights among those of {@link #dense()}. */
    INDArray gathered(INDArray full) {
        return full.get(taps()).dup('c');
    }

    private INDArrayIndex[] taps() {
        long[] full = dense().kernel();
        return new INDArrayIndex[] {
            NDArrayIndex.all(),
            NDArrayIndex.all(),
            NDArrayIndex.interval(0, dilations[0], full[0]),
            NDArrayIndex.interval(0, dilations[1], full[1])
        };
    }

    /**
     * ND4J's order of settings: kernel, strides, pads, dilations, then explicit padding (0) and {@code more}.
     *
     * @param more settings of the operator at hand
     */
    public long[] settings(long... more) {
        long[] settings = new long[9 + more.length];
        long[][] pairs = {kernel, strides, pads, dilations};
        for (int i = 0; i < pairs.length; i++) {
            settings[2 * i] = pairs[i][0];
            settings[2 * i + 1] = pairs[i][1];
        }
        System.arraycopy(more, 0, settings, 9, more.length);
        return settings;
    }
}
