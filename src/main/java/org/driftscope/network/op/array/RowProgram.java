package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Functions that follow one another, computed piece by piece: a piece passes through all of them while it is in the
 * processor's cache, so that memory is read and written once. Every number comes out as it does one function at a time.
 */
public final class RowProgram {
    /** Elements of a piece: several pieces fit the first cache. */
    private static final int PIECE = 1024;

    private final List<Step> steps;
    private final int operands;
    private final int[] lastUses;

    /**
     * One function of the program.
     *
     * @param left the place of what it is computed of: operands come first, then the steps' results in their order
     * @param right the other's; again the first's for functions of one number
     */
    public record Step(RowFunction function, int left, int right) {}

    /**
     * @param operands how many values enter
     * @param steps at least one; the last one's result is the program's
     */
    public RowProgram(int operands, List<Step> steps) {
        this.operands = operands;
        this.steps = List.copyOf(steps);
        this.lastUses = new int[operands + steps.size()];
        for (int i = 0; i < steps.size(); i++) {
            lastUses[steps.get(i).left()] = i;
            lastUses[steps.get(i).right()] = i;
        }
    }

    /**
     * Runs over all elements of the result.
     *
     * @param in floats that broadcast to the result's shape
     * @param out may be one of the operands that have its shape
     */
    public void run(List<Elements> in, Elements out) {
        int size = (int) Elements.size(out.shape());
        if (size == 0) {
            return;
        }
        long[][] places = new long[operands + 1][];
        places[0] = out.strides();
        for (int i = 0; i < operands; i++) {
            places[i + 1] = Broadcasting.strides(in.get(i).shape(), in.get(i).strides(), out.shape());
        }
        MergedAxes axes = MergedAxes.of(out.shape(), places);
        RowOperand[] rows = new RowOperand[operands];
        Arrays.setAll(
                rows, i -> new RowOperand(in.get(i).floats(), axes.sizes(), axes.steps()[i + 1], axes.steps()[0]));
        run(rows, pieceOf(axes), out.floats(), size);
    }

    /** A whole number of rows where one fits, so that what is the same for every row need be read but once. */
    private static int pieceOf(MergedAxes axes) {
        int row = axes.sizes()[axes.axes() - 1];
        return row <= PIECE ? PIECE / row * row : PIECE;
    }

    private void run(RowOperand[] rows, int piece, FloatBuffer out, int size) {
        boolean[] repeats = new boolean[operands];
        for (int i = 0; i < operands; i++) {
            repeats[i] = rows[i].repeats(piece);
        }
        float[][] registers = registers(repeats, Math.min(piece, size));
        float[] result = registers[registers.length - 1];
        for (int from = 0; from < size; from += piece) {
            int length = Math.min(piece, size - from);
            for (int i = 0; i < operands; i++) {
                if (from == 0 || !repeats[i]) {
                    rows[i].load(from, length, registers[i]);
                }
            }
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                step.function().run(registers[step.left()], registers[step.right()], registers[operands + i], length);
            }
            out.put(from, result, 0, length);
        }
    }

    /** A result takes the place of an operand that nothing reads afterwards, so that few arrays are in use. */
    private float[][] registers(boolean[] repeats, int length) {
        float[][] registers = new float[operands + steps.size()][];
        for (int i = 0; i < operands; i++) {
            registers[i] = new float[length];
        }
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int reused = isFree(step.left(), i, repeats) ? step.left() : step.right();
            registers[operands + i] = isFree(reused, i, repeats) ? registers[reused] : new float[length];
        }
        return registers;
    }

    private boolean isFree(int place, int step, boolean[] repeats) {
        return lastUses[place] == step && (place >= operands || !repeats[place]);
    }
}
