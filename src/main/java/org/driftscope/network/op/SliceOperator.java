package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.SliceSpan;

/** Slice: attributes up to opset 9; inputs, and steps of any sign, from 10 on. Ends are clamped as in NumPy. */
final class SliceOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        Elements in = call.elements(0);
        long[] starts = setting(call, 1, "starts");
        long[] ends = setting(call, 2, "ends");
        long[] axes = axes(call, starts.length);
        long[] steps = new long[starts.length];
        Arrays.fill(steps, 1);
        if (call.has(4)) {
            steps = call.integers(4);
        }
        long[] shape = in.shape().clone();
        long[] strides = in.strides().clone();
        long origin = 0;
        for (int i = 0; i < axes.length; i++) {
            int axis = call.axis(axes[i], in.rank());
            SliceSpan span = SliceSpan.of(starts[i], ends[i], steps[i], in.shape()[axis]);
            shape[axis] = span.count();
            origin += span.first() * in.strides()[axis];
            strides[axis] *= steps[i];
        }
        Elements out = in.fresh(shape);
        StridedCopy.copy(in, origin, strides, out, 0, out.strides(), shape);
        return List.of(out.value());
    }

    private static long[] setting(Call call, int input, String attribute) {
        return call.opset() < 10 ? call.attributes().integers(attribute) : call.integers(input);
    }

    private static long[] axes(Call call, int count) {
        long[] first = new long[count];
        Arrays.setAll(first, i -> i);
        if (call.opset() < 10) {
            return call.attributes().integers("axes", first);
        }
        return call.has(3) ? call.integers(3) : first;
    }
}
