package org.driftscope.training.gradient.op;

import java.util.stream.LongStream;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Operators that only lay the same values out in another way. */
final class Shapes {
    private Shapes() {}

    static Recorded identity(OpCall call) {
        return new Recorded(call.input(0), (gradient, inputs) -> inputs.add(0, gradient));
    }

    static Recorded flatten(OpCall call) {
        INDArray input = call.input(0);
        int axis = (int) call.attributes().integer("axis", 1);
        long rows = LongStream.of(input.shape())
                .limit(axis < 0 ? axis + input.rank() : axis)
                .reduce(1, (a, b) -> a * b);
        return reshaped(input, rows, input.length() / rows);
    }

    /** 0 keeps the input's size at that place, -1 takes what is left. */
    static Recorded reshape(OpCall call) {
        INDArray input = call.input(0);
        long[] shape = call.integers(1, "shape");
        int open = -1;
        long known = 1;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 0) {
                shape[i] = input.size(i);
            }
            if (shape[i] == -1) {
                open = i;
            } else {
                known *= shape[i];
            }
        }
        if (open >= 0) {
            shape[open] = input.length() / known;
        }
        return reshaped(input, shape);
    }

    static Recorded squeeze(OpCall call) {
        INDArray input = call.input(0);
        long[] axes = call.integers(1, "axes");
        long[] shape = input.shape().clone();
        for (long axis : axes) {
            shape[(int) (axis < 0 ? axis + shape.length : axis)] = -1;
        }
        long gone = axes.length == 0 ? 1 : -1;
        return reshaped(input, LongStream.of(shape).filter(size -> size != gone).toArray());
    }

    static Recorded unsqueeze(OpCall call) {
        INDArray input = call.input(0);
        long[] axes = call.integers(1, "axes");
        long[] shape = new long[input.rank() + axes.length];
        for (long axis : axes) {
            shape[(int) (axis < 0 ? axis + shape.length : axis)] = 1;
        }
        int from = 0;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = shape[i] == 1 ? 1 : input.size(from++);
        }
        return reshaped(input, shape);
    }

    static Recorded transpose(OpCall call) {
        INDArray input = call.input(0);
        long[] reversed =
                LongStream.range(0, input.rank()).map(i -> input.rank() - 1 - i).toArray();
        long[] order = call.attributes().integers("perm", reversed);
        int[] places = LongStream.of(order).mapToInt(i -> (int) i).toArray();
        int[] back = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            back[places[i]] = i;
        }
        return new Recorded(
                input.permute(places).dup('c'),
                (gradient, inputs) -> inputs.add(0, gradient.permute(back).dup('c')));
    }

    private static Recorded reshaped(INDArray input, long... shape) {
        long[] original = input.shape();
        return new Recorded(
                input.reshape('c', shape), (gradient, inputs) -> inputs.add(0, gradient.reshape('c', original)));
    }
}
