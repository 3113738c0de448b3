package org.driftscope.network.op.product;

import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Convolution with spaced taps, as a 1x1 convolution of patches: ND4J's own refuses dilation together with
 * padding.
 */
final class DilatedConvolution {
    private DilatedConvolution() {}

    /** As {@link Convolution#apply}, for one group and an input that already has its padding around it. */
    static INDArray apply(
            INDArray x, INDArray kernel, INDArray bias, ConvGeometry g, ArrayPool pool, @Nullable Clamp clamp) {
        long rows = g.outputHeight((int) x.size(1));
        long cols = g.outputWidth((int) x.size(2));
        long channels = x.size(3);
        long taps = (long) g.kernelH() * g.kernelW();
        try (INDArray patches = NativeArrays.uninitialized(x.size(0), rows, cols, taps * channels)) {
            gather(Elements.of(Value.of(x)), Elements.of(Value.of(patches)), g, channels);
            INDArray taller = kernel.reshape('c', 1, 1, taps * channels, bias.length());
            return Convolution.convolve("conv2d", patches, taller, bias, ConvGeometry.POINTWISE, pool, clamp);
        }
    }

    private static void gather(Elements x, Elements patches, ConvGeometry g, long channels) {
        long[] in = x.strides();
        long[] steps = {in[0], in[1] * g.strideH(), in[2] * g.strideW(), 1};
        long[] block = patches.shape().clone();
        block[3] = channels;
        for (int ky = 0; ky < g.kernelH(); ky++) {
            for (int kx = 0; kx < g.kernelW(); kx++) {
                long from = ky * g.dilationH() * in[1] + kx * g.dilationW() * in[2];
                long to = (ky * g.kernelW() + kx) * channels;
                StridedCopy.copy(x, from, steps, patches, to, patches.strides(), block);
            }
        }
    }
}
