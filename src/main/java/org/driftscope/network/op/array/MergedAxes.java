package org.driftscope.network.op.array;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The axes of a block in the order in which it lies in the first of several places; neighbours that are walked through
 * alike in all places are one axis, so that rows are long.
 *
 * @param sizes of the axes, at least one
 * @param steps by place: the distance in memory between neighbours along each axis
 */
record MergedAxes(int[] sizes, int[][] steps) {
    static MergedAxes of(long[] shape, long[]... places) {
        long[] first = places[0];
        int[] order = IntStream.range(0, shape.length)
                .filter(axis -> shape[axis] != 1)
                .boxed()
                .sorted(Comparator.comparingLong((Integer axis) -> -first[axis]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sizes = pick(shape, order);
        int[][] steps = new int[places.length][];
        Arrays.setAll(steps, place -> pick(places[place], order));
        int axes = merge(sizes, steps);
        if (axes == 0) {
            int[][] single = new int[places.length][];
            Arrays.setAll(single, place -> new int[] {place == 0 ? 1 : 0});
            return new MergedAxes(new int[] {1}, single);
        }
        Arrays.setAll(steps, place -> Arrays.copyOf(steps[place], axes));
        return new MergedAxes(Arrays.copyOf(sizes, axes), steps);
    }

    int axes() {
        return sizes.length;
    }

    /** @return how many axes are left, at the start of the arrays */
    private static int merge(int[] sizes, int[][] steps) {
        int axes = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            boolean joins = axes > 0;
            for (int[] step : steps) {
                joins &= axes > 0 && step[axes - 1] == step[axis] * sizes[axis];
            }
            int to = joins ? axes - 1 : axes;
            sizes[to] = joins ? sizes[to] * sizes[axis] : sizes[axis];
            for (int[] step : steps) {
                step[to] = step[axis];
            }
            axes = to + 1;
        }
        return axes;
    }

    private static int[] pick(long[] values, int[] order) {
        return IntStream.of(order).map(i -> (int) values[i]).toArray();
    }
}
