package org.driftscope.network.op.array;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Walks over a block that lies in three places in memory, row by row in the order of the first. */
public final class Walk {
    private final long[] shape;
    private final long[] first;
    private final long[] second;
    private final long[] third;
    private final Row row;

    /** Handles one row: starts and steps in the three places. */
    @FunctionalInterface
    public interface Row {
        void at(int first, int firstStep, int second, int secondStep, int third, int thirdStep, int count);
    }

    private Walk(long[] shape, long[] first, long[] second, long[] third, Row row) {
        int[] order = IntStream.range(0, shape.length)
                .filter(axis -> shape[axis] != 1)
                .boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> -first[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
        long[] sizes = pick(shape, order);
        long[][] steps = {pick(first, order), pick(second, order), pick(third, order)};
        int axes = merged(sizes, steps);
        this.shape = axes == 0 ? new long[] {1} : Arrays.copyOf(sizes, axes);
        this.first = Arrays.copyOf(steps[0], Math.max(1, axes));
        this.second = Arrays.copyOf(steps[1], Math.max(1, axes));
        this.third = Arrays.copyOf(steps[2], Math.max(1, axes));
        this.row = row;
    }

    /**
     * Makes one axis of neighbours that are walked through alike in all three places, so that rows are long.
     *
     * @return how many axes are left, at the start of the arrays
     */
    private static int merged(long[] sizes, long[]... steps) {
        int axes = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean joins = axes > 0;
            for (long[] step : steps) {
                joins &= axes > 0 && step[axes - 1] == step[axis] * sizes[axis];
            }
            int to = joins ? axes - 1 : axes;
            sizes[to] = joins ? sizes[to] * sizes[axis] : sizes[axis];
            for (long[] step : steps) {
                step[to] = step[axis];
            }
            axes = to + 1;
        }
        return axes;
    }

    public static void rows(long[] shape, long[] first, long[] second, long[] third, Row row) {
        if (Elements.size(shape) == 0) {
            return;
        }
        if (shape.length == 0) {
            row.at(0, 1, 0, 1, 0, 1, 1);
            return;
        }
        new Walk(shape, first, second, third, row).run(0, 0, 0, 0);
    }

    private void run(int axis, int a, int b, int c) {
        if (axis == shape.length - 1) {
            row.at(a, (int) first[axis], b, (int) second[axis], c, (int) third[axis], (int) shape[axis]);
            return;
        }
        for (int i = 0; i < shape[axis]; i++) {
            run(axis + 1, a + i * (int) first[axis], b + i * (int) second[axis], c + i * (int) third[axis]);
        }
    }

    private static long[] pick(long[] values, int[] order) {
        return IntStream.of(order).mapToLong(i -> values[i]).toArray();
    }
}
