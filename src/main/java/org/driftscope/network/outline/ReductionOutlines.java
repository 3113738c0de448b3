package org.driftscope.network.outline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.Tensor;

/** Operators that take something of each line along axes: sums, means, the largest, the k largest. */
final class ReductionOutlines {
    private ReductionOutlines() {}

    static void register(Map<String, OutlineRule> rules) {
        for (String kind : List.of("Mean", "Max", "Min", "Prod", "L1", "L2", "LogSum", "LogSumExp", "SumSquare")) {
            rules.put("Reduce" + kind, call -> reduce(call, 18, kind.startsWith("M")));
        }
        rules.put("ReduceSum", call -> reduce(call, 13, false));
        for (String op : List.of("Softmax", "LogSoftmax", "Hardmax")) {
            rules.put(op, ReductionOutlines::normalised);
        }
        rules.put("LpNormalization", ReductionOutlines::normalised);
        rules.put("ArgMax", ReductionOutlines::place);
        rules.put("ArgMin", ReductionOutlines::place);
        rules.put("TopK", ReductionOutlines::best);
        rules.put("CumSum", call -> {
            call.number(0);
            for (long axis : call.integers(1)) {
                call.axis(axis, call.rank(0));
            }
            return call.shaped(call.shape(0));
        });
    }

    private static List<Outline> reduce(OutlineCall call, int axesAreInputFrom, boolean flagsToo) {
        call.require(flagsToo || call.type(0) != Tensor.Type.BOOL, "sums up true and false");
        long[] shape = call.shape(0);
        long[] given = call.setting("axes", 1, axesAreInputFrom);
        if (given.length == 0 && call.attributes().integer("noop_with_empty_axes", 0) != 0) {
            return call.shaped(shape);
        }
        boolean[] reduced = new boolean[shape.length];
        Arrays.fill(reduced, given.length == 0);
        for (int axis : call.axes(given, shape.length)) {
            reduced[axis] = true;
        }
        return call.shaped(without(shape, reduced, call.attributes().integer("keepdims", 1) != 0));
    }

    private static long[] without(long[] shape, boolean[] reduced, boolean keep) {
        return LongStream.range(0, shape.length)
                .filter(axis -> keep || !reduced[(int) axis])
                .map(axis -> reduced[(int) axis] ? 1 : shape[(int) axis])
                .toArray();
    }

    private static List<Outline> normalised(OutlineCall call) {
        long[] shape = call.real(0).shape();
        boolean oneAxis = call.opset() >= 13;
        call.axis(call.attributes().integer("axis", oneAxis ? -1 : Math.min(1, shape.length - 1)), shape.length);
        return call.shaped(shape);
    }

    private static List<Outline> place(OutlineCall call) {
        long[] shape = call.number(0).shape();
        boolean[] reduced = new boolean[shape.length];
        int axis = call.axis(call.attributes().integer("axis", 0), shape.length);
        call.require(shape[axis] > 0, "looks for a place along an axis of 0");
        reduced[axis] = true;
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        return List.of(Outline.of(Tensor.Type.INT, without(shape, reduced, keep)));
    }

    private static List<Outline> best(OutlineCall call) {
        long[] shape = call.number(0).shape().clone();
        int axis = call.axis(call.attributes().integer("axis", -1), shape.length);
        long[] k = call.opset() < 10 ? new long[] {call.attributes().integer("k", 1)} : call.integers(1);
        call.require(
                k.length == 1 && k[0] >= 0 && k[0] <= shape[axis],
                "takes the best " + Arrays.toString(k) + " of " + shape[axis]);
        shape[axis] = k[0];
        return List.of(Outline.of(call.type(0), shape), Outline.of(Tensor.Type.INT, shape));
    }
}
