package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** An operand that is read in the order in which the result lies, however it lies itself and wherever it repeats. */
final class RowOperand {
    private final FloatBuffer memory;
    private final int[] sizes;
    private final int[] steps;
    private final int row;
    private final int step;
    private final boolean contiguous;

    /**
     * @param sizes of the result's axes
     * @param steps through this operand along them
     * @param resultSteps through the result
     */
    RowOperand(FloatBuffer memory, int[] sizes, int[] steps, int[] resultSteps) {
        this.memory = memory;
        this.sizes = sizes;
        this.steps = steps;
        this.row = sizes[sizes.length - 1];
        this.step = steps[steps.length - 1];
        this.contiguous = Arrays.equals(steps, resultSteps);
    }

    /** Whether pieces of {@code length}, all but the last, hold the same elements. */
    boolean repeats(int length) {
        boolean rowsAlike = Arrays.stream(steps, 0, steps.length - 1).allMatch(outer -> outer == 0);
        return rowsAlike && (step == 0 || length % row == 0);
    }

    /** Reads {@code length} elements from element {@code from} of the result on. */
    void load(int from, int length, float[] to) {
        if (contiguous) {
            memory.get(from, to, 0, length);
            return;
        }
        int done = 0;
        while (done < length) {
            int within = (from + done) % row;
            int count = Math.min(row - within, length - done);
            load(memory, start((from + done) / row) + within * step, step, to, done, count);
            done += count;
        }
    }

    private int start(int rowNumber) {
        int start = 0;
        int rest = rowNumber;
        for (int axis = sizes.length - 2; axis >= 0; axis--) {
            start += rest % sizes[axis] * steps[axis];
            rest /= sizes[axis];
        }
        return start;
    }

    /** Copies a row to the heap; a step of 0 repeats one element. */
    static void load(FloatBuffer from, int start, int step, float[] to, int at, int length) {
        if (step == 1) {
            from.get(start, to, at, length);
        } else if (step == 0) {
            Arrays.fill(to, at, at + length, from.get(start));
        } else {
            for (int i = 0; i < length; i++) {
                to[at + i] = from.get(start + i * step);
            }
        }
    }
}
