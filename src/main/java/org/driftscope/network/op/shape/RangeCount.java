package org.driftscope.network.op.shape;

import org.driftscope.network.Tensor;

/** How many numbers a Range holds. */
public final class RangeCount {
    private RangeCount() {}

    /** @return -1 for a step of 0 */
    public static long of(Tensor start, Tensor limit, Tensor step) {
        double by = number(step);
        if (by == 0 || Double.isNaN(by)) {
            return -1;
        }
        return Math.max(0, (long) Math.ceil((number(limit) - number(start)) / by));
    }

    public static double number(Tensor scalar) {
        return scalar.type() == Tensor.Type.FLOAT ? scalar.floats()[0] : scalar.longs()[0];
    }
}
