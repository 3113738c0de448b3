package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.RangeCount;
import org.jspecify.annotations.Nullable;

/** Operators on shapes, constants and element types. */
final class ShapeOperators {
    private ShapeOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("Shape", ShapeOperators::shape);
        operators.put("Size", call -> List.of(Value.of(Tensor.ints(new long[] {Elements.size(call.shape(0))}))));
        operators.put("Range", ShapeOperators::range);
        operators.put("Constant", ShapeOperators::constant);
        operators.put("ConstantOfShape", ShapeOperators::constantOfShape);
        operators.put("Cast", call -> List.of(cast(call)));
    }

    /** Shape, of the axes from start to end (opset 15). */
    private static List<Value> shape(Call call) {
        long[] shape = call.shape(0);
        int start = bound(call.attributes().integer("start", 0), shape.length);
        int end = bound(call.attributes().integer("end", shape.length), shape.length);
        long[] part = Arrays.copyOfRange(shape, start, Math.max(start, end));
        return List.of(Value.of(Tensor.ints(part, part.length)));
    }

    private static int bound(long axis, int rank) {
        long counted = axis < 0 ? axis + rank : axis;
        return (int) Math.min(rank, Math.max(0, counted));
    }

    private static List<Value> range(Call call) {
        Tensor start = call.tensor(0);
        int count = (int) RangeCount.of(start, call.tensor(1), call.tensor(2));
        if (start.type() == Tensor.Type.FLOAT) {
            float[] reals = new float[count];
            for (int i = 0; i < count; i++) {
                reals[i] = (float) (RangeCount.number(start) + i * RangeCount.number(call.tensor(2)));
            }
            return List.of(Value.of(Tensor.floats(reals, count)));
        }
        long[] wholes = new long[count];
        for (int i = 0; i < count; i++) {
            wholes[i] = start.longs()[0] + i * call.tensor(2).longs()[0];
        }
        return List.of(Value.of(Tensor.ints(wholes, count)));
    }

    private static List<Value> constant(Call call) {
        Attributes attributes = call.attributes();
        Tensor tensor = attributes.tensor("value");
        if (tensor != null) {
            return List.of(Value.of(tensor));
        }
        return List.of(Value.of(listed(call, attributes)));
    }

    private static Tensor listed(Call call, Attributes attributes) {
        if (attributes.has("value_float")) {
            return Tensor.floats(new float[] {attributes.real("value_float", 0)});
        }
        if (attributes.has("value_int")) {
            return Tensor.ints(new long[] {attributes.integer("value_int", 0)});
        }
        if (attributes.has("value_floats")) {
            float[] values = attributes.reals("value_floats");
            return Tensor.floats(values, values.length);
        }
        if (attributes.has("value_ints")) {
            long[] values = attributes.integers("value_ints");
            return Tensor.ints(values, values.length);
        }
        throw call.failure("holds a constant that is neither a number nor a tensor");
    }

    private static List<Value> constantOfShape(Call call) {
        @Nullable Tensor value = call.attributes().tensor("value");
        Tensor filler = value == null ? Tensor.floats(new float[1], 1) : value;
        Elements out = Elements.plain(filler.type(), call.integers(0));
        out.fill(filler);
        return List.of(out.value());
    }

    private static Value cast(Call call) {
        Value value = call.value(0);
        int target = (int) call.attributes().integer("to", 1);
        Tensor.Type from = Elements.of(value).type();
        return switch (target) {
            case 1, 10, 11, 16 -> from == Tensor.Type.FLOAT ? value : Value.of(reals(value.tensor()));
            case 9 -> Value.of(Tensor.bools(flags(value.tensor()), value.shape()));
            case 2, 3, 4, 5, 6, 7, 12, 13 -> Value.of(Tensor.ints(wholes(value.tensor(), target), value.shape()));
            default -> throw call.failure("casts to element type " + target + ", which is not supported");
        };
    }

    private static Tensor reals(Tensor tensor) {
        float[] out = new float[tensor.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = tensor.longs()[i];
        }
        return Tensor.floats(out, tensor.shape());
    }

    private static long[] flags(Tensor tensor) {
        long[] out = new long[tensor.size()];
        for (int i = 0; i < out.length; i++) {
            boolean set = tensor.type() == Tensor.Type.FLOAT ? tensor.floats()[i] != 0 : tensor.longs()[i] != 0;
            out[i] = set ? 1 : 0;
        }
        return out;
    }

    private static long[] wholes(Tensor tensor, int target) {
        long[] out = new long[tensor.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    wrapped(tensor.type() == Tensor.Type.FLOAT ? (long) tensor.floats()[i] : tensor.longs()[i], target);
        }
        return out;
    }

    /** The number in the width of ONNX's element type. */
    private static long wrapped(long value, int type) {
        return switch (type) {
            case 2 -> value & 0xff;
            case 3 -> (byte) value;
            case 4 -> value & 0xffff;
            case 5 -> (short) value;
            case 6 -> (int) value;
            case 12 -> value & 0xffffffffL;
            default -> value;
        };
    }
}
