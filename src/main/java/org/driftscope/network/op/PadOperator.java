package org.driftscope.network.op;

import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.StridedCopy;
import org.driftscope.network.op.array.Value;

/**
 * Pad: attributes up to opset 10, inputs from 11 on, axes from 18 on; modes constant, reflect, edge, wrap. Negative
 * pads cut.
 */
final class PadOperator implements Operator {
    @Override
    public List<Value> apply(Call call) {
        Elements in = call.elements(0);
        int rank = in.rank();
        long[] pads = pads(call, rank);
        long[] shape = new long[rank];
        for (int i = 0; i < rank; i++) {
            shape[i] = in.shape()[i] + pads[i] + pads[rank + i];
        }
        Elements out = in.fresh(shape);
        String mode = call.attributes().text("mode", "constant");
        if (mode.equals("constant")) {
            out.fill(filler(call, in));
            copyInside(in, out, pads);
        } else {
            copyMirrored(call, in, out, pads, mode);
        }
        return List.of(out.value());
    }

    private static long[] pads(Call call, int rank) {
        long[] given = call.opset() < 11 ? call.attributes().integers("pads") : call.integers(1);
        if (!call.has(3)) {
            return given;
        }
        long[] axes = call.integers(3);
        long[] pads = new long[2 * rank];
        for (int i = 0; i < axes.length; i++) {
            int axis = call.axis(axes[i], rank);
            pads[axis] = given[i];
            pads[rank + axis] = given[axes.length + i];
        }
        return pads;
    }

    private static Tensor filler(Call call, Elements in) {
        if (call.opset() >= 11 && call.has(2)) {
            return call.tensor(2);
        }
        return in.isFloat()
                ? Tensor.floats(new float[] {call.attributes().real("value", 0)})
                : Tensor.ints(new long[1]);
    }

    private static void copyInside(Elements in, Elements out, long[] pads) {
        int rank = in.rank();
        long[] block = new long[rank];
        long from = 0;
        long to = 0;
        for (int i = 0; i < rank; i++) {
            long cutStart = Math.max(0, -pads[i]);
            long cutEnd = Math.max(0, -pads[rank + i]);
            block[i] = Math.max(0, in.shape()[i] - cutStart - cutEnd);
            from += cutStart * in.strides()[i];
            to += Math.max(0, pads[i]) * out.strides()[i];
        }
        StridedCopy.copy(in, from, in.strides(), out, to, out.strides(), block);
    }

    /** Reflect, edge and wrap, axis by axis: every output index along an axis names one input index. */
    private static void copyMirrored(Call call, Elements in, Elements out, long[] pads, String mode) {
        copyAxis(call, in, out, pads, mode, 0, 0, 0);
    }

    private static void copyAxis(
            Call call, Elements in, Elements out, long[] pads, String mode, int axis, long from, long to) {
        if (axis == in.rank()) {
            long[] one = new long[] {1};
            StridedCopy.copy(in, from, one, out, to, one, one);
            return;
        }
        for (long i = 0; i < out.shape()[axis]; i++) {
            long source = source(call, i - pads[axis], in.shape()[axis], mode);
            long next = from + source * in.strides()[axis];
            copyAxis(call, in, out, pads, mode, axis + 1, next, to + i * out.strides()[axis]);
        }
    }

    private static long source(Call call, long index, long size, String mode) {
        return switch (mode) {
            case "edge" -> Math.min(size - 1, Math.max(0, index));
            case "wrap" -> Math.floorMod(index, size);
            case "reflect" -> reflected(index, size);
            default -> throw call.failure("pads in mode '" + mode + "', which is not known");
        };
    }

    private static long reflected(long index, long size) {
        if (size == 1) {
            return 0;
        }
        long period = 2 * (size - 1);
        long inside = Math.floorMod(index, period);
        return inside < size ? inside : period - inside;
    }
}
