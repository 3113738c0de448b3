package org.driftscope.network.op.product;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.driftscope.network.ConvGeometry;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Layouts;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Convolution of NHWC arrays: oneDNN is 1.3 to 1.6 times faster on them than on NCHW, and on 1x1 kernels faster than a
 * matrix product.
 */
public final class Convolution implements Operator {
    private static final int PADDING_AS_GIVEN = 0;
    private static final int SAME_PADDING = 1;
    private static final int CHANNELS_LAST = 1;
    private static final int KERNEL_ROWS_FIRST = 0;

    /**
     * Elements, of inputs and outputs together, that are convolved at a time: oneDNN rearranges them in memory of its own,
     * which the system gives and takes back at each call where it is large.
     */
    private static final long MOST_AT_ONCE = 1 << 21;

    /**
     * A convolution.
     *
     * @param x [batch, height, width, channels]
     * @param kernel [kh, kw, channels / groups, outputs]
     * @param bias [outputs]
     * @param pool where the result's memory comes from
     * @param clamp what the result is kept within while it is in the processor's cache, or null
     * @return new array [batch, height, width, outputs]
     */
    public static INDArray apply(
            INDArray x,
            INDArray kernel,
            INDArray bias,
            ConvGeometry geometry,
            int groups,
            ArrayPool pool,
            @Nullable Clamp clamp) {
        ConvGeometry explicit = geometry.resolved((int) x.size(1), (int) x.size(2));
        if (groups == x.size(3) && groups == bias.length() && groups > 1 && !isDilated(explicit)) {
            return DepthwiseConvolution.apply(x, kernel, bias, explicit, pool, clamp);
        }
        if (!isDilated(explicit) && padding(explicit, x) != null) {
            return unpadded(x, kernel, bias, explicit, groups, pool, clamp);
        }
        try (INDArray padded = padded(x, explicit)) {
            return unpadded(padded, kernel, bias, explicit.withoutPadding(), groups, pool, clamp);
        }
    }

    /** How oneDNN is told the padding; null where it cannot be. */
    private static @Nullable Integer padding(ConvGeometry g, INDArray x) {
        if (g.padTop() == g.padBottom() && g.padLeft() == g.padRight()) {
            return PADDING_AS_GIVEN;
        }
        return g.equals(g.padded("SAME_UPPER").resolved((int) x.size(1), (int) x.size(2))) ? SAME_PADDING : null;
    }

    private static INDArray unpadded(
            INDArray x,
            INDArray kernel,
            INDArray bias,
            ConvGeometry g,
            int groups,
            ArrayPool pool,
            @Nullable Clamp clamp) {
        if (groups == 1 && isDilated(g)) {
            return DilatedConvolution.apply(x, kernel, bias, g, pool, clamp);
        }
        if (groups == 1) {
            return convolve("conv2d", x, kernel, bias, g, pool, clamp);
        }
        if (groups == x.size(3) && !isDilated(g)) {
            INDArray depthwise = kernel.reshape('c', g.kernelH(), g.kernelW(), groups, kernel.size(3) / groups);
            return convolve("depthwise_conv2d", x, depthwise, bias, g, pool, clamp);
        }
        return grouped(x, kernel, bias, g, groups, pool, clamp);
    }

    private static boolean isDilated(ConvGeometry g) {
        return g.dilationH() > 1 || g.dilationW() > 1;
    }

    /** In parts of so many images that what is made of them is bounded before it leaves the cache. */
    static INDArray convolve(
            String op,
            INDArray x,
            INDArray kernel,
            INDArray bias,
            ConvGeometry g,
            ArrayPool pool,
            @Nullable Clamp clamp) {
        long outputs = bias.length();
        INDArray out = pool.take(x.size(0), g.outputHeight((int) x.size(1)), g.outputWidth((int) x.size(2)), outputs);
        long images = x.size(0);
        long step = Math.max(1, MOST_AT_ONCE * images / Math.max(1, x.length() + out.length()));
        for (long from = 0; from < images; from += step) {
            long to = Math.min(images, from + step);
            INDArrayIndex some = NDArrayIndex.interval(from, to);
            convolve(op, step < images ? part(x, some) : x, kernel, bias, g, step < images ? part(out, some) : out);
            if (clamp != null) {
                int size = (int) (out.length() / images);
                clamp.run(NativeArrays.buffer(out), (int) from * size, (int) to * size);
            }
        }
        return out;
    }

    private static INDArray part(INDArray array, INDArrayIndex images) {
        return array.get(images, NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
    }

    private static void convolve(String op, INDArray x, INDArray kernel, INDArray bias, ConvGeometry g, INDArray out) {
        Nd4j.exec(DynamicCustomOp.builder(op)
                .addInputs(x, kernel, bias)
                .addOutputs(out)
                .addIntegerArguments(
                        g.kernelH(),
                        g.kernelW(),
                        g.strideH(),
                        g.strideW(),
                        g.padTop(),
                        g.padLeft(),
                        1,
                        1,
                        Objects.requireNonNull(padding(g, x)),
                        CHANNELS_LAST,
                        KERNEL_ROWS_FIRST)
                .build());
    }

    private static INDArray grouped(
            INDArray x,
            INDArray kernel,
            INDArray bias,
            ConvGeometry g,
            int groups,
            ArrayPool pool,
            @Nullable Clamp clamp) {
        long channels = kernel.size(2);
        long outputs = kernel.size(3) / groups;
        INDArray out =
                pool.take(x.size(0), g.outputHeight((int) x.size(1)), g.outputWidth((int) x.size(2)), kernel.size(3));
        for (int k = 0; k < groups; k++) {
            INDArrayIndex to = NDArrayIndex.interval(k * outputs, (k + 1) * outputs);
            try (INDArray part = lastAxis(x, NDArrayIndex.interval(k * channels, (k + 1) * channels));
                    INDArray weights = lastAxis(kernel, to);
                    INDArray offset = bias.get(to).dup('c');
                    INDArray result = unpadded(part, weights, offset, g, 1, pool, clamp)) {
                out.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(), to)
                        .assign(result);
            }
        }
        return out;
    }

    private static INDArray lastAxis(INDArray array, INDArrayIndex part) {
        return array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(), part)
                .dup('c');
    }

    private static INDArray padded(INDArray x, ConvGeometry g) {
        Elements in = Elements.of(Value.of(x));
        INDArray out = Nd4j.create(
                x.dataType(),
                x.size(0),
                x.size(1) + g.padTop() + g.padBottom(),
                x.size(2) + g.padLeft() + g.padRight(),
                x.size(3));
        Elements target = Elements.of(Value.of(out));
        long start = g.padTop() * target.strides()[1] + g.padLeft() * target.strides()[2];
        StridedCopy.copy(in, 0, in.strides(), target, start, target.strides(), in.shape());
        return out;
    }

    /** A convolution whose weights are computed. */
    @Override
    public List<Value> apply(Call call) {
        Tensor weights = call.tensor(1);
        ConvGeometry geometry = ConvGeometry.of(call.attributes(), weights.shape());
        int outputs = (int) weights.shape()[0];
        INDArray kernel = call.temporary(kernel(weights, geometry));
        INDArray bias = call.has(2) ? call.array(2) : call.temporary(NativeArrays.of(new float[outputs], outputs));
        int groups = (int) call.attributes().integer("group", 1);
        return List.of(run(call, 0, x -> apply(x, kernel, bias, geometry, groups, call.pool(), null)));
    }

    /**
     * Runs a kernel for NHWC on an input of a call.
     *
     * @param input NCHW, or NCW for one-dimensional kernels
     */
    public static Value run(Call call, int input, UnaryOperator<INDArray> kernel) {
        long[] shape = call.shape(input);
        if (shape.length == 4) {
            return new Value.Native(kernel.apply(call.channelsLast(input)), true);
        }
        if (shape.length != 3) {
            throw call.failure("is a convolution of an input of rank " + shape.length + "; only 1-D and 2-D ones run");
        }
        INDArray flat = call.array(input).reshape('c', shape[0], shape[1], 1, shape[2]);
        INDArray x = call.temporary(Layouts.channelsLast(flat, call.pool()));
        INDArray first = Layouts.channelsFirst(call.temporary(kernel.apply(x)), call.pool());
        return Value.of(first.reshape('c', first.size(0), first.size(1), first.size(3)));
    }

    /** [kh, kw, channels, outputs] from ONNX's [outputs, channels, kh, kw]. */
    private static INDArray kernel(Tensor weights, ConvGeometry g) {
        long outputs = weights.shape()[0];
        long channels = weights.shape()[1];
        try (INDArray onnx = NativeArrays.of(weights.floats(), outputs, channels, g.kernelH(), g.kernelW())) {
            return onnx.permute(2, 3, 1, 0).dup('c');
        }
    }
}
