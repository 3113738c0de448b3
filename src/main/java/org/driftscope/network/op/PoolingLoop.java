package org.driftscope.network.op;

import java.util.Arrays;
import java.util.List;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Elements;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.op.shape.Window;

/** Pooling in plain loops: any number of spatial axes, dilation, uneven padding, partial windows, indices. */
final class PoolingLoop {
    private final Call call;
    private final Window window;
    private final Elements in;
    private final Elements out;
    private final long[] sizes;
    private final long[] position;
    private final long[] tap;

    PoolingLoop(Call call, Window window) {
        this.call = call;
        this.window = window;
        this.in = call.elements(0);
        this.sizes = Arrays.copyOfRange(in.shape(), 2, in.rank());
        long[] shape = in.shape().clone();
        System.arraycopy(window.outputs(), 0, shape, 2, window.rank());
        this.out = in.fresh(shape);
        this.position = new long[window.rank()];
        this.tap = new long[window.rank()];
    }

    /** The largest element of each window, and where it lies if the node asks for that. */
    List<Value> max() {
        Tensor indices = Tensor.ints(new long[call.wants(1) ? (int) Elements.size(out.shape()) : 0], indexShape());
        int[] next = {0};
        forEachWindow((plane, target) -> {
            double best = Double.NEGATIVE_INFINITY;
            long where = -1;
            for (int k = 0; k < Elements.size(window.kernel()); k++) {
                if (moveTo(k) && (where < 0 || element(plane) > best)) {
                    best = element(plane);
                    where = flatIndex();
                }
            }
            put(target, best);
            if (call.wants(1)) {
                long planes = next[0] / Elements.size(window.outputs());
                indices.longs()[next[0]++] = planes * Elements.size(sizes) + where;
            }
        });
        return call.wants(1) ? List.of(out.value(), Value.of(indices)) : List.of(out.value());
    }

    private long[] indexShape() {
        return call.wants(1) ? out.shape() : new long[] {0};
    }

    /** The mean of each window, over the taps inside the input or, on request, inside its padding too. */
    List<Value> average(boolean countPadding) {
        forEachWindow((plane, target) -> {
            double sum = 0;
            int inside = 0;
            int padded = 0;
            for (int k = 0; k < Elements.size(window.kernel()); k++) {
                if (moveTo(k)) {
                    sum += element(plane);
                    inside++;
                }
                padded += isInPadding() ? 1 : 0;
            }
            put(target, sum / (countPadding ? padded : Math.max(1, inside)));
        });
        return List.of(out.value());
    }

    @FunctionalInterface
    private interface PerWindow {
        void at(long plane, long target);
    }

    private void forEachWindow(PerWindow action) {
        for (long image = 0; image < in.shape()[0]; image++) {
            for (long channel = 0; channel < in.shape()[1]; channel++) {
                long plane = image * in.strides()[0] + channel * in.strides()[1];
                long start = image * out.strides()[0] + channel * out.strides()[1];
                for (long i = 0; i < Elements.size(window.outputs()); i++) {
                    unravel(i, window.outputs(), position);
                    action.at(plane, start + offset(position, out.strides()));
                }
            }
        }
    }

    /** Moves to tap number {@code k} of the current window; whether it lies inside the input. */
    private boolean moveTo(int k) {
        unravel(k, window.kernel(), tap);
        boolean inside = true;
        for (int i = 0; i < tap.length; i++) {
            tap[i] = position[i] * window.strides()[i] + tap[i] * window.dilations()[i] - window.before()[i];
            inside &= tap[i] >= 0 && tap[i] < sizes[i];
        }
        return inside;
    }

    private boolean isInPadding() {
        boolean inside = true;
        for (int i = 0; i < tap.length; i++) {
            inside &= tap[i] < sizes[i] + window.after()[i];
        }
        return inside;
    }

    private double element(long plane) {
        int at = (int) (plane + offset(tap, in.strides()));
        return in.isFloat() ? in.floats().get(at) : in.longs().get(at);
    }

    private void put(long target, double value) {
        if (out.isFloat()) {
            out.floats().put((int) target, (float) value);
        } else {
            out.longs().put((int) target, (long) value);
        }
    }

    /** The tap's place in its plane: row-major, or column-major for storage_order 1. */
    private long flatIndex() {
        boolean columnMajor = call.attributes().integer("storage_order", 0) != 0;
        long index = 0;
        for (int i = 0; i < tap.length; i++) {
            int axis = columnMajor ? tap.length - 1 - i : i;
            index = index * sizes[axis] + tap[axis];
        }
        return index;
    }

    private static long offset(long[] spatial, long[] strides) {
        long offset = 0;
        for (int i = 0; i < spatial.length; i++) {
            offset += spatial[i] * strides[i + 2];
        }
        return offset;
    }

    private static void unravel(long flat, long[] shape, long[] into) {
        long rest = flat;
        for (int i = shape.length - 1; i >= 0; i--) {
            into[i] = rest % shape[i];
            rest /= shape[i];
        }
    }
}
