package org.driftscope.training.gradient;

import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** MaxPool, AveragePool and means over axes. */
final class Pooling {
    private static final long NCHW = 0;

    private Pooling() {}

    static Recorded max(OpCall call) {
        return sliding(call, "maxpool2d", 0);
    }

    static Recorded average(OpCall call) {
        return sliding(call, "avgpool2d", call.attributes().integer("count_include_pad", 0));
    }

    static Recorded globalAverage(OpCall call) {
        return mean(call.input(0), true, 2, 3);
    }

    /** ReduceMean. */
    static Recorded reduceMean(OpCall call) {
        INDArray input = call.input(0);
        long[] axes = call.integers(1, "axes");
        if (axes.length == 0) {
            throw call.unsupported("its axes have to be given");
        }
        int[] places = LongStream.of(axes)
                .mapToInt(axis -> (int) (axis < 0 ? axis + input.rank() : axis))
                .toArray();
        return mean(input, call.attributes().integer("keepdims", 1) != 0, places);
    }

    private static Recorded mean(INDArray input, boolean keep, int... axes) {
        long[] kept = input.shape().clone();
        long count = 1;
        for (int axis : axes) {
            count *= kept[axis];
            kept[axis] = 1;
        }
        long values = count;
        return new Recorded(input.mean(keep, axes), (gradient, inputs) -> {
            INDArray each = gradient.div(values).reshape(kept);
            INDArray spread = Nd4j.createUninitialized(input.dataType(), input.shape(), 'c');
            inputs.add(0, each.broadcast(spread));
        });
    }

    private static Recorded sliding(OpCall call, String op, long extra) {
        if (call.attributes().integer("ceil_mode", 0) != 0) {
            throw call.unsupported("ceil_mode is not");
        }
        INDArray input = call.input(0);
        long[] settings =
                Window.of(call, call.attributes().integers("kernel_shape")).settings(extra, NCHW);
        INDArray output = NativeOp.run(op, settings, input)[0];
        return new Recorded(
                output, (gradient, inputs) -> inputs.add(0, NativeOp.run(op + "_bp", settings, input, gradient)[0]));
    }
}
