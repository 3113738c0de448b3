package org.driftscope.network.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Broadcasting;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;

/** Operators that only move elements: of any type, in any layout, without converting either. */
final class MovementOperators {
    private MovementOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("Transpose", MovementOperators::transpose);
        operators.put("Concat", MovementOperators::concat);
        operators.put("Split", MovementOperators::split);
        operators.put("Gather", MovementOperators::gather);
        operators.put("Expand", MovementOperators::expand);
        operators.put("Where", MovementOperators::where);
        operators.put("Slice", new SliceOperator());
        operators.put("Pad", new PadOperator());
    }

    /** A copy of the first input. */
    static List<Value> copied(Call call) {
        Elements in = call.elements(0);
        Elements out = in.fresh(in.shape());
        StridedCopy.copy(in, out);
        return List.of(out.value());
    }

    private static List<Value> transpose(Call call) {
        Elements in = call.elements(0);
        int rank = in.rank();
        long[] reversed = new long[rank];
        Arrays.setAll(reversed, i -> rank - 1 - i);
        long[] order = call.attributes().integers("perm", reversed);
        long[] shape = new long[rank];
        long[] strides = new long[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = in.shape()[(int) order[i]];
            strides[i] = in.strides()[(int) order[i]];
        }
        Elements out = in.fresh(shape);
        StridedCopy.copy(in, 0, strides, out, 0, out.strides(), shape);
        return List.of(out.value());
    }

    private static List<Value> concat(Call call) {
        Elements first = call.elements(0);
        int axis = call.axis(call.attributes().integer("axis", 1), first.rank());
        long[] shape = first.shape().clone();
        shape[axis] = 0;
        for (int i = 0; i < call.inputs(); i++) {
            shape[axis] += concatenable(call, i, first.shape(), axis)[axis];
        }
        Elements out = first.fresh(shape);
        long start = 0;
        for (int i = 0; i < call.inputs(); i++) {
            Elements in = call.elements(i);
            StridedCopy.copy(in, 0, in.strides(), out, start * out.strides()[axis], out.strides(), in.shape());
            start += in.shape()[axis];
        }
        return List.of(out.value());
    }

    private static long[] concatenable(Call call, int input, long[] first, int axis) {
        long[] shape = call.shape(input);
        boolean fits = shape.length == first.length;
        for (int i = 0; fits && i < first.length; i++) {
            fits = i == axis || shape[i] == first[i];
        }
        if (!fits) {
            throw call.failure("joins shapes " + Arrays.toString(first) + " and " + Arrays.toString(shape)
                    + " along axis " + axis + ", which do not fit");
        }
        return shape;
    }

    /** Split: sizes are an attribute up to opset 12 and an optional input from 13 on; equal parts without. */
    private static List<Value> split(Call call) {
        Elements in = call.elements(0);
        int axis = call.axis(call.attributes().integer("axis", 0), in.rank());
        List<Value> parts = new ArrayList<>();
        long start = 0;
        for (long size : splitSizes(call, in.shape()[axis])) {
            long[] shape = in.shape().clone();
            shape[axis] = size;
            Elements out = in.fresh(shape);
            StridedCopy.copy(in, start * in.strides()[axis], in.strides(), out, 0, out.strides(), shape);
            parts.add(out.value());
            start += size;
        }
        return parts;
    }

    private static long[] splitSizes(Call call, long length) {
        if (call.opset() >= 13 && call.has(1)) {
            return call.integers(1);
        }
        if (call.opset() < 13 && call.attributes().has("split")) {
            return call.attributes().integers("split");
        }
        int parts = call.outputs();
        long size = (length + parts - 1) / parts;
        long[] equal = new long[parts];
        Arrays.fill(equal, size);
        equal[parts - 1] = length - size * (parts - 1);
        return equal;
    }

    private static List<Value> gather(Call call) {
        Elements in = call.elements(0);
        Tensor indices = call.tensor(1);
        int axis = call.axis(call.attributes().integer("axis", 0), in.rank());
        long[] shape = gatheredShape(in.shape(), indices.shape(), axis);
        Elements out = in.fresh(shape);
        long[] block = in.shape().clone();
        block[axis] = 1;
        // the output seen with all index axes rolled into one
        long[] rolled = in.shape().clone();
        rolled[axis] = indices.size();
        long[] targets = Elements.rowMajor(rolled);
        Elements dense = rowMajor(out);
        for (int i = 0; i < indices.size(); i++) {
            long index = indices.longs()[i];
            if (index < -in.shape()[axis] || index >= in.shape()[axis]) {
                throw call.failure("takes place " + index + " of an axis of " + in.shape()[axis]);
            }
            long from = (index < 0 ? index + in.shape()[axis] : index) * in.strides()[axis];
            StridedCopy.copy(in, from, in.strides(), dense, i * targets[axis], targets, block);
        }
        return List.of(dense.value());
    }

    /** Gather writes row-major, whatever layout its input has. */
    private static Elements rowMajor(Elements out) {
        return Arrays.equals(out.strides(), Elements.rowMajor(out.shape()))
                ? out
                : Elements.of(Value.of(((Value.Native) out.value()).array().reshape('c', out.shape())));
    }

    private static long[] gatheredShape(long[] data, long[] indices, int axis) {
        long[] shape = new long[data.length - 1 + indices.length];
        System.arraycopy(data, 0, shape, 0, axis);
        System.arraycopy(indices, 0, shape, axis, indices.length);
        System.arraycopy(data, axis + 1, shape, axis + indices.length, data.length - axis - 1);
        return shape;
    }

    private static List<Value> expand(Call call) {
        Elements in = call.elements(0);
        long[] shape = Broadcasting.shape(call, in.shape(), call.integers(1));
        Elements out = in.fresh(shape);
        long[] steps = Broadcasting.strides(in.shape(), in.strides(), shape);
        StridedCopy.copy(in, 0, steps, out, 0, out.strides(), shape);
        return List.of(out.value());
    }

    private static List<Value> where(Call call) {
        Tensor condition = call.tensor(0);
        Elements yes = Elements.of(Value.of(call.tensor(1)));
        Elements no = Elements.of(Value.of(call.tensor(2)));
        long[] shape = Broadcasting.shape(call, condition.shape(), Broadcasting.shape(call, yes.shape(), no.shape()));
        Elements out = Elements.plain(yes.type(), shape);
        long[] one = new long[shape.length];
        Arrays.fill(one, 1);
        long[] flags = Broadcasting.strides(condition.shape(), Elements.rowMajor(condition.shape()), shape);
        long[] yesSteps = Broadcasting.strides(yes.shape(), yes.strides(), shape);
        long[] noSteps = Broadcasting.strides(no.shape(), no.strides(), shape);
        for (int i = 0; i < Elements.size(shape); i++) {
            boolean chosen = condition.longs()[(int) Broadcasting.offset(i, shape, flags)] != 0;
            long from = Broadcasting.offset(i, shape, chosen ? yesSteps : noSteps);
            StridedCopy.copy(chosen ? yes : no, from, one, out, i, one, one);
        }
        return List.of(out.value());
    }
}
