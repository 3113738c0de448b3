package org.driftscope.training.gradient.op;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.driftscope.training.gradient.NativeOp;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.driftscope.training.gradient.product.GradientWindow;
import org.nd4j.linalg.api.ndarray.INDArray;

/** MaxPool, AveragePool and means over all positions: ND4J's kernels for plain windows, {@link PlainPooling} else. */
final class Pooling {
    private static final long NCHW = 0;

    private Pooling() {}

    static Recorded max(OpCall call) {
        return isPlain(call) ? sliding(call, "maxpool2d", 0) : new PlainPooling(call).max();
    }

    static Recorded average(OpCall call) {
        long countPadding = call.attributes().integer("count_include_pad", 0);
        return isPlain(call)
                ? sliding(call, "avgpool2d", countPadding)
                : new PlainPooling(call).average(countPadding != 0);
    }

    static Recorded globalAverage(OpCall call) {
        return Reductions.mean(call.input(0), true, spatial(call));
    }

    static Recorded globalMax(OpCall call) {
        return Reductions.maximum(call.input(0), true, spatial(call));
    }

    private static int[] spatial(OpCall call) {
        return IntStream.range(2, call.input(0).rank()).toArray();
    }

    /** Whether ND4J's 2-D pooling does it. */
    private static boolean isPlain(OpCall call) {
        long[] shape = call.input(0).shape();
        long[] sizes = Arrays.copyOfRange(shape, 2, shape.length);
        return org.driftscope.network.op.shape.Window.of(call.attributes(), sizes)
                .isPlain(sizes);
    }

    private static Recorded sliding(OpCall call, String op, long extra) {
        INDArray input = call.input(0);
        long[] settings = GradientWindow.of(call, call.attributes().integers("kernel_shape"))
                .settings(extra, NCHW);
        INDArray output = NativeOp.run(op, settings, input)[0];
        return new Recorded(
                output, (gradient, inputs) -> inputs.add(0, NativeOp.run(op + "_bp", settings, input, gradient)[0]));
    }
}
