package org.driftscope.network.op;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.Tensor;

/** ReduceMean, ReduceSum, ReduceMax: axes are an attribute at first, an input from opset 13 (sum) or 18 on. */
final class ReductionOperators {
    private ReductionOperators() {}

    static void register(Map<String, Operator> operators) {
        operators.put("ReduceMean", call -> reduce(call, 18, Kind.MEAN));
        operators.put("ReduceSum", call -> reduce(call, 13, Kind.SUM));
        operators.put("ReduceMax", call -> reduce(call, 18, Kind.MAX));
    }

    private enum Kind {
        SUM(0),
        MEAN(0),
        MAX(Double.NEGATIVE_INFINITY);

        private final double start;

        Kind(double start) {
            this.start = start;
        }

        double join(double total, double value) {
            return this == MAX ? Math.max(total, value) : total + value;
        }
    }

    private static List<Value> reduce(Call call, int axesAreInputFrom, Kind kind) {
        Elements in = call.elements(0);
        long[] axes = axes(call, axesAreInputFrom);
        if (axes.length == 0 && call.attributes().integer("noop_with_empty_axes", 0) != 0) {
            return MovementOperators.copied(call);
        }
        boolean[] reduced = new boolean[in.rank()];
        Arrays.fill(reduced, axes.length == 0);
        LongStream.of(axes).forEach(axis -> reduced[call.axis(axis, in.rank())] = true);
        long[] kept = in.shape().clone();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = reduced[i] ? 1 : kept[i];
        }
        double[] totals = totals(in, kept, kind);
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        long[] shape = keep ? kept : without(kept, reduced);
        return List.of(Value.of(tensor(in.type(), totals, shape)));
    }

    private static long[] axes(Call call, int inputFrom) {
        if (call.opset() < inputFrom) {
            return call.attributes().integers("axes");
        }
        return call.has(1) ? call.integers(1) : new long[0];
    }

    private static double[] totals(Elements in, long[] kept, Kind kind) {
        double[] totals = new double[(int) Elements.size(kept)];
        Arrays.fill(totals, kind.start);
        long[] steps = Broadcasting.strides(kept, Elements.rowMajor(kept), in.shape());
        Walk.rows(in.shape(), in.strides(), steps, steps, (at, step, to, toStep, again, againStep, count) -> {
            for (int i = 0; i < count; i++) {
                int target = to + i * toStep;
                totals[target] = kind.join(totals[target], element(in, at + i * step));
            }
        });
        if (kind == Kind.MEAN) {
            double count = (double) Elements.size(in.shape()) / totals.length;
            Arrays.setAll(totals, i -> totals[i] / count);
        }
        return totals;
    }

    private static double element(Elements in, int index) {
        if (in.isFloat()) {
            FloatBuffer floats = in.floats();
            return floats.get(index);
        }
        return in.longs().get(index);
    }

    private static long[] without(long[] shape, boolean[] dropped) {
        return LongStream.range(0, shape.length)
                .filter(axis -> !dropped[(int) axis])
                .map(axis -> shape[(int) axis])
                .toArray();
    }

    private static Tensor tensor(Tensor.Type type, double[] totals, long[] shape) {
        if (type != Tensor.Type.FLOAT) {
            return Tensor.ints(Arrays.stream(totals).mapToLong(v -> (long) v).toArray(), shape);
        }
        float[] floats = new float[totals.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) totals[i];
        }
        return Tensor.floats(floats, shape);
    }
}
