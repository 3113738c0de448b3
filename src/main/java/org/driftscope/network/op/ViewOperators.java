package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;

/** Operators that give the same elements another shape, without copying them. */
final class ViewOperators {
    private ViewOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("Identity", call -> List.of(call.value(0)));
        operators.put("Dropout", ViewOperators::dropout);
        operators.put("Flatten", call -> shaped(call, flattened(call)));
        operators.put("Reshape", call -> shaped(call, reshaped(call)));
        operators.put("Squeeze", call -> shaped(call, squeezed(call)));
        operators.put("Unsqueeze", call -> shaped(call, unsqueezed(call)));
    }

    private static List<Value> shaped(Call call, long[] shape) {
        if (Elements.size(shape) != Elements.size(call.shape(0))) {
            throw call.failure("cannot give shape " + Arrays.toString(shape) + " to elements of shape "
                    + Arrays.toString(call.shape(0)));
        }
        if (call.value(0) instanceof Value.Native array) {
            return List.of(Value.of(array.array().reshape('c', shape)));
        }
        Tensor tensor = call.tensor(0);
        return List.of(Value.of(
                switch (tensor.type()) {
                    case FLOAT -> Tensor.floats(tensor.floats(), shape);
                    case INT -> Tensor.ints(tensor.longs(), shape);
                    case BOOL -> Tensor.bools(tensor.longs(), shape);
                }));
    }

    /** Dropout does nothing when a network is used; the mask, if asked for, keeps everything. */
    private static List<Value> dropout(Call call) {
        if (!call.wants(1)) {
            return List.of(call.value(0));
        }
        long[] kept = new long[(int) Elements.size(call.shape(0))];
        Arrays.fill(kept, 1);
        return List.of(call.value(0), Value.of(Tensor.bools(kept, call.shape(0))));
    }

    private static long[] flattened(Call call) {
        long[] shape = call.shape(0);
        int axis = call.axis(call.attributes().integer("axis", 1), shape.length);
        long before = Elements.size(Arrays.copyOf(shape, axis));
        long after = Elements.size(Arrays.copyOfRange(shape, axis, shape.length));
        return new long[] {before, after};
    }

    private static long[] reshaped(Call call) {
        long[] shape = call.shape(0);
        long[] target = call.integers(1).clone();
        boolean zeroIsZero = call.attributes().integer("allowzero", 0) != 0;
        int open = -1;
        long known = 1;
        for (int i = 0; i < target.length; i++) {
            if (target[i] == 0 && !zeroIsZero) {
                target[i] = i < shape.length ? shape[i] : 0;
            }
            if (target[i] == -1) {
                open = i;
            } else {
                known *= target[i];
            }
        }
        if (open >= 0) {
            target[open] = known == 0 ? 0 : Elements.size(shape) / known;
        }
        return target;
    }

    /** Squeeze and Unsqueeze: axes are an attribute up to opset 12 and an input from 13 on. */
    private static long[] axes(Call call, int rank, long... otherwise) {
        long[] given = otherwise;
        if (call.opset() < 13) {
            given = call.attributes().integers("axes", otherwise);
        } else if (call.has(1)) {
            given = call.integers(1);
        }
        return LongStream.of(given).map(axis -> call.axis(axis, rank)).toArray();
    }

    private static long[] squeezed(Call call) {
        long[] shape = call.shape(0);
        long[] ones = LongStream.range(0, shape.length)
                .filter(axis -> shape[(int) axis] == 1)
                .toArray();
        long[] axes = axes(call, shape.length, ones);
        return LongStream.range(0, shape.length)
                .filter(axis -> LongStream.of(axes).noneMatch(dropped -> dropped == axis))
                .map(axis -> shape[(int) axis])
                .toArray();
    }

    private static long[] unsqueezed(Call call) {
        long[] shape = call.shape(0);
        long[] given = call.opset() < 13 ? call.attributes().integers("axes") : call.integers(1);
        int rank = shape.length + given.length;
        long[] axes = axes(call, rank);
        long[] out = new long[rank];
        int next = 0;
        for (int i = 0; i < rank; i++) {
            int axis = i;
            boolean added = LongStream.of(axes).anyMatch(a -> a == axis);
            out[i] = added ? 1 : shape[next++];
        }
        return out;
    }
}
