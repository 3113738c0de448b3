package org.driftscope.training.gradient.op;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sums, means and largest elements along axes. */
final class Reductions {
    private Reductions() {}

    static Recorded mean(OpCall call) {
        int[] axes = axes(call, 18);
        return axes.length == 0 ? Shapes.identity(call) : mean(call.input(0), keeps(call), axes);
    }

    static Recorded sum(OpCall call) {
        int[] axes = axes(call, 13);
        if (axes.length == 0) {
            return Shapes.identity(call);
        }
        INDArray input = call.input(0);
        return new Recorded(
                input.sum(keeps(call), axes),
                (gradient, inputs) -> inputs.add(0, spread(gradient, input.shape(), axes)));
    }

    static Recorded maximum(OpCall call) {
        int[] axes = axes(call, 18);
        return axes.length == 0 ? Shapes.identity(call) : maximum(call.input(0), keeps(call), axes);
    }

    /** Each of several equal largest elements gets its part of the gradient. */
    static Recorded maximum(INDArray input, boolean keep, int... axes) {
        INDArray largest = input.max(true, axes);
        INDArray output = keep ? largest : input.max(false, axes);
        return new Recorded(output, (gradient, inputs) -> {
            INDArray where = input.eq(spread(largest, input.shape(), axes)).castTo(DataType.FLOAT);
            INDArray shares = where.div(spread(where.sum(true, axes), input.shape(), axes));
            inputs.add(0, shares.muli(spread(gradient, input.shape(), axes)));
        });
    }

    static Recorded mean(INDArray input, boolean keep, int... axes) {
        long count = IntStream.of(axes).mapToLong(input::size).reduce(1, (a, b) -> a * b);
        return new Recorded(
                input.mean(keep, axes),
                (gradient, inputs) -> inputs.add(0, spread(gradient.div(count), input.shape(), axes)));
    }

    private static boolean keeps(OpCall call) {
        return call.attributes().integer("keepdims", 1) != 0;
    }

    /** All axes where none are given, none where that means to do nothing. */
    static int[] axes(OpCall call, int inputFrom) {
        int rank = call.input(0).rank();
        long[] given =
                call.opset() < inputFrom || !call.has(1) ? call.attributes().integers("axes") : call.integers(1);
        if (given.length == 0 && call.attributes().integer("noop_with_empty_axes", 0) != 0) {
            return new int[0];
        }
        return given.length == 0
                ? IntStream.range(0, rank).toArray()
                : LongStream.of(given)
                        .mapToInt(axis -> (int) (axis < 0 ? axis + rank : axis))
                        .toArray();
    }

    /** Repeats along the axes that were reduced. */
    private static INDArray spread(INDArray reduced, long[] shape, int... axes) {
        long[] kept = shape.clone();
        for (int axis : axes) {
            kept[axis] = 1;
        }
        INDArray target = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        return reduced.reshape(kept).broadcast(target);
    }
}
