package org.driftscope.network.batch;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.outline.Outline;

/** Operators that move elements or give them another shape. */
final class LayoutBatch {
    private LayoutBatch() {}

    static void register(Map<String, BatchRule> rules) {
        rules.put("Transpose", LayoutBatch::transpose);
        rules.put(
                "Flatten",
                call -> call.batch(0) == 0 && call.axis("axis", 1, call.rank(0)) > 0 ? reshaped(call) : BatchAxes.LOST);
        rules.put("Reshape", call -> call.onlyFirst() ? reshaped(call) : BatchAxes.LOST);
        rules.put("Squeeze", LayoutBatch::squeeze);
        rules.put("Unsqueeze", LayoutBatch::unsqueeze);
        rules.put("Concat", LayoutBatch::concat);
        rules.put("Split", call -> besides(call, call.axis("axis", 0, call.rank(0))));
        rules.put("Slice", LayoutBatch::slice);
        rules.put("Gather", LayoutBatch::gather);
        rules.put("Pad", LayoutBatch::pad);
        rules.put("Tile", LayoutBatch::untouched);
        rules.put("Resize", LayoutBatch::untouched);
        rules.put("Upsample", LayoutBatch::untouched);
        rules.put("Expand", LayoutBatch::expand);
    }

    /** The batch of an operator that works along one axis of its first input: it must be another. */
    static int besides(BatchCall call, int axis) {
        return call.onlyFirst() && call.batch(0) != axis ? call.batch(0) : BatchAxes.LOST;
    }

    private static int transpose(BatchCall call) {
        int rank = call.rank(0);
        long[] reversed = LongStream.range(0, rank).map(i -> rank - 1 - i).toArray();
        long[] order = call.attributes().integers("perm", reversed);
        for (int i = 0; i < rank; i++) {
            if (order[i] == call.batch(0)) {
                return i;
            }
        }
        return BatchAxes.LOST;
    }

    /** Row-major elements keep their batch where as many elements lie before it as before. */
    private static int reshaped(BatchCall call) {
        long[] from = call.input(0).shape();
        long[] to = call.output().shape();
        long before = product(from, call.batch(0));
        for (int axis = 0; axis < to.length; axis++) {
            if (product(to, axis) == before && to[axis] == from[call.batch(0)]) {
                return axis;
            }
        }
        return BatchAxes.LOST;
    }

    private static long product(long[] shape, int axes) {
        return Arrays.stream(shape, 0, axes).reduce(1, (a, b) -> a * b);
    }

    /** Without axes every axis of 1 goes, and the batch with them if it is 1. */
    private static int squeeze(BatchCall call) {
        long[] axes = call.setting("axes", 1, 13);
        if (axes == null || axes.length == 0) {
            return BatchAxes.LOST;
        }
        int rank = call.rank(0);
        int before = 0;
        for (long given : axes) {
            long axis = given < 0 ? given + rank : given;
            if (axis == call.batch(0)) {
                return BatchAxes.LOST;
            }
            before += axis < call.batch(0) ? 1 : 0;
        }
        return call.batch(0) - before;
    }

    private static int unsqueeze(BatchCall call) {
        long[] axes = call.setting("axes", 1, 13);
        int rank = call.output().rank();
        if (axes == null) {
            return BatchAxes.LOST;
        }
        boolean[] added = new boolean[rank];
        for (long axis : axes) {
            added[(int) (axis < 0 ? axis + rank : axis)] = true;
        }
        int old = -1;
        for (int i = 0; i < rank; i++) {
            old += added[i] ? 0 : 1;
            if (!added[i] && old == call.batch(0)) {
                return i;
            }
        }
        return BatchAxes.LOST;
    }

    private static int concat(BatchCall call) {
        int axis = call.axis("axis", 1, call.rank(0));
        boolean same = Arrays.stream(call.axes()).allMatch(batch -> batch == call.batch(0));
        return same && call.batch(0) != axis ? call.batch(0) : BatchAxes.LOST;
    }

    /** A slice of the batch itself must take all of it, however large. */
    private static int slice(BatchCall call) {
        long[] starts = call.setting("starts", 1, 10);
        long[] ends = call.setting("ends", 2, 10);
        if (starts == null || ends == null || !call.onlyFirst()) {
            return BatchAxes.LOST;
        }
        long[] axes =
                call.setting("axes", 3, 10, LongStream.range(0, starts.length).toArray());
        long[] steps = call.setting(
                "steps",
                4,
                10,
                LongStream.generate(() -> 1).limit(starts.length).toArray());
        for (int i = 0; i < starts.length; i++) {
            long axis = axes == null ? call.batch(0) : axes[i] < 0 ? axes[i] + call.rank(0) : axes[i];
            boolean whole = steps != null && starts[i] == 0 && ends[i] >= Integer.MAX_VALUE && steps[i] == 1;
            if (axis == call.batch(0) && !whole) {
                return BatchAxes.LOST;
            }
        }
        return call.batch(0);
    }

    /** Places may themselves come from the images, as in a table of embeddings. */
    private static int gather(BatchCall call) {
        int axis = call.axis("axis", 0, call.rank(0));
        if (call.batch(0) == BatchAxes.NONE) {
            return axis + call.batch(1);
        }
        if (call.batch(1) != BatchAxes.NONE || call.batch(0) == axis) {
            return BatchAxes.LOST;
        }
        return call.batch(0) < axis ? call.batch(0) : call.batch(0) - 1 + call.rank(1);
    }

    private static int pad(BatchCall call) {
        long[] pads = call.setting("pads", 1, 11);
        int rank = call.rank(0);
        if (pads == null || call.has(3) || !call.onlyFirst() || pads.length != 2 * rank) {
            return BatchAxes.LOST;
        }
        return pads[call.batch(0)] == 0 && pads[rank + call.batch(0)] == 0 ? call.batch(0) : BatchAxes.LOST;
    }

    /** Where the sizes before and after tell that the batch was left alone. */
    private static int untouched(BatchCall call) {
        Outline output = call.output();
        int batch = call.batch(0);
        boolean kept = call.onlyFirst()
                && batch == 0
                && output.shape()[batch] == call.input(0).shape()[batch];
        return kept && !scalesBatch(call) ? batch : BatchAxes.LOST;
    }

    /** Sizes of a Resize name the batch; scales and repeats of 1 keep any. */
    private static boolean scalesBatch(BatchCall call) {
        return call.has(3) && call.input(3).size() > 0;
    }

    private static int expand(BatchCall call) {
        int axis = call.output().rank() - call.rank(0) + call.batch(0);
        boolean kept = call.output().shape()[axis] == call.input(0).shape()[call.batch(0)];
        return call.onlyFirst() && kept ? axis : BatchAxes.LOST;
    }
}
