package org.driftscope.network.batch;

import java.util.List;
import java.util.Map;

/** Operators that look at all elements along some axes: none of these may be the batch. */
final class LineBatch {
    private LineBatch() {}

    static void register(Map<String, BatchRule> rules) {
        for (String kind : List.of("Mean", "Max", "Min", "Prod", "L1", "L2", "LogSum", "LogSumExp", "SumSquare")) {
            rules.put("Reduce" + kind, call -> reduced(call, 18));
        }
        rules.put("ReduceSum", call -> reduced(call, 13));
        for (String op : List.of("Softmax", "LogSoftmax", "Hardmax")) {
            rules.put(op, LineBatch::normalised);
        }
        rules.put("LpNormalization", call -> LayoutBatch.besides(call, call.axis("axis", -1, call.rank(0))));
        rules.put("LayerNormalization", LineBatch::layer);
        rules.put("RMSNormalization", LineBatch::layer);
        rules.put("TopK", call -> LayoutBatch.besides(call, call.axis("axis", -1, call.rank(0))));
        rules.put("ArgMax", LineBatch::place);
        rules.put("ArgMin", LineBatch::place);
        rules.put("CumSum", LineBatch::running);
    }

    private static int reduced(BatchCall call, int axesAreInputFrom) {
        long[] axes = call.setting("axes", 1, axesAreInputFrom);
        if (axes == null || !call.onlyFirst()) {
            return BatchAxes.LOST;
        }
        if (axes.length == 0) {
            return call.attributes().integer("noop_with_empty_axes", 0) != 0 ? call.batch(0) : BatchAxes.LOST;
        }
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        int before = 0;
        for (long given : axes) {
            long axis = given < 0 ? given + call.rank(0) : given;
            if (axis == call.batch(0)) {
                return BatchAxes.LOST;
            }
            before += !keep && axis < call.batch(0) ? 1 : 0;
        }
        return call.batch(0) - before;
    }

    private static int normalised(BatchCall call) {
        boolean oneAxis = call.opset() >= 13;
        int axis = call.axis("axis", oneAxis ? -1 : 1, call.rank(0));
        boolean apart = oneAxis ? call.batch(0) != axis : call.batch(0) < axis;
        return apart ? call.batch(0) : BatchAxes.LOST;
    }

    private static int layer(BatchCall call) {
        boolean apart = call.onlyFirst() && call.batch(0) < call.axis("axis", -1, call.rank(0));
        return apart && BroadcastBatch.of(call) == call.batch(0) ? call.batch(0) : BatchAxes.LOST;
    }

    private static int place(BatchCall call) {
        int axis = call.axis("axis", 0, call.rank(0));
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        int batch = LayoutBatch.besides(call, axis);
        return batch > axis && !keep ? batch - 1 : batch;
    }

    private static int running(BatchCall call) {
        long[] axis = call.setting("axis", 1, 0);
        if (axis == null || axis.length != 1) {
            return BatchAxes.LOST;
        }
        return LayoutBatch.besides(call, (int) (axis[0] < 0 ? axis[0] + call.rank(0) : axis[0]));
    }
}
