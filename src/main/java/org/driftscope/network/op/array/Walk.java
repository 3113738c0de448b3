package org.driftscope.network.op.array;

/** Walks over a block that lies in three places in memory, row by row in the order of the first. */
public final class Walk {
    private final int[] shape;
    private final int[] first;
    private final int[] second;
    private final int[] third;
    private final Row row;

    /** Handles one row: starts and steps in the three places. */
    @FunctionalInterface
    public interface Row {
        void at(int first, int firstStep, int second, int secondStep, int third, int thirdStep, int count);
    }

    private Walk(MergedAxes axes, Row row) {
        this.shape = axes.sizes();
        this.first = axes.steps()[0];
        this.second = axes.steps()[1];
        this.third = axes.steps()[2];
        this.row = row;
    }

    public static void rows(long[] shape, long[] first, long[] second, long[] third, Row row) {
        if (Elements.size(shape) == 0) {
            return;
        }
        new Walk(MergedAxes.of(shape, first, second, third), row).run(0, 0, 0, 0);
    }

    private void run(int axis, int a, int b, int c) {
        if (axis == shape.length - 1) {
            row.at(a, first[axis], b, second[axis], c, third[axis], shape[axis]);
            return;
        }
        for (int i = 0; i < shape[axis]; i++) {
            run(axis + 1, a + i * first[axis], b + i * second[axis], c + i * third[axis]);
        }
    }
}
