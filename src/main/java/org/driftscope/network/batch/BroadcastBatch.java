package org.driftscope.network.batch;

/** Broadcasting aligns shapes at their ends: the batch must lie at one place for all inputs that have it. */
final class BroadcastBatch {
    private BroadcastBatch() {}

    static int of(BatchCall call) {
        return aligned(call, call.output().rank(), 0);
    }

    /**
     * The batch axis of an output of broadcast inputs.
     *
     * @param rank of the output's axes that take part, counted from the first
     * @param ignored axes at each input's end that do not take part
     */
    static int aligned(BatchCall call, int rank, int ignored) {
        int axis = BatchAxes.NONE;
        for (int i = 0; i < call.inputs().size(); i++) {
            if (call.batch(i) >= 0) {
                int at = rank - (call.rank(i) - ignored) + call.batch(i);
                if (at >= rank || (axis != BatchAxes.NONE && axis != at)) {
                    return BatchAxes.LOST;
                }
                axis = at;
            }
        }
        return axis >= 0 && othersRepeat(call, rank, ignored, axis) ? axis : BatchAxes.LOST;
    }

    /** An input without images must be the same for all of them. */
    private static boolean othersRepeat(BatchCall call, int rank, int ignored, int axis) {
        for (int i = 0; i < call.inputs().size(); i++) {
            if (call.has(i) && call.batch(i) == BatchAxes.NONE) {
                int own = axis - (rank - (call.rank(i) - ignored));
                if (own >= 0 && call.input(i).shape()[own] != 1) {
                    return false;
                }
            }
        }
        return true;
    }
}
