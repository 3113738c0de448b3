package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Functions of two numbers on rows of floats. Rows pass in pieces through small arrays on the heap, on which the compiler
 * makes vector instructions of the loops; on buffers it does not. The results are those of double, rounded.
 */
public final class RowArithmetic {
    private static final int PIECE = 2048;

    private final Function function;
    private final float[] left = new float[PIECE];
    private final float[] right = new float[PIECE];

    RowArithmetic(Function function) {
        this.function = function;
    }

    /** What is computed of each pair. */
    public enum Function {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER,
        MINIMUM,
        MAXIMUM
    }

    /** {@code z = function(x, y)} for {@code count} elements; a step of 0 repeats one. */
    void row(
            FloatBuffer x,
            int p,
            int pStep,
            FloatBuffer y,
            int q,
            int qStep,
            FloatBuffer z,
            int at,
            int step,
            int count) {
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            load(x, p + from * pStep, pStep, left, length);
            load(y, q + from * qStep, qStep, right, length);
            compute(length, qStep == 0);
            store(z, at + from * step, step, left, length);
        }
    }

    static void load(FloatBuffer from, int start, int step, float[] to, int length) {
        if (step == 1) {
            from.get(start, to, 0, length);
        } else if (step == 0) {
            Arrays.fill(to, 0, length, from.get(start));
        } else {
            for (int i = 0; i < length; i++) {
                to[i] = from.get(start + i * step);
            }
        }
    }

    static void store(FloatBuffer to, int start, int step, float[] from, int length) {
        if (step == 1) {
            to.put(start, from, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to.put(start + i * step, from[i]);
        }
    }

    private void compute(int length, boolean oneExponent) {
        switch (function) {
            case ADD -> add(left, right, length);
            case SUBTRACT -> subtract(left, right, length);
            case MULTIPLY -> multiply(left, right, length);
            case DIVIDE -> divide(left, right, length);
            case POWER -> {
                if (oneExponent && right[0] == 2) {
                    multiply(left, left, length);
                } else {
                    power(left, right, length);
                }
            }
            case MINIMUM -> minimum(left, right, length);
            case MAXIMUM -> maximum(left, right, length);
        }
    }

    private static void add(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = x[i] + y[i];
        }
    }

    private static void subtract(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = x[i] - y[i];
        }
    }

    private static void multiply(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = x[i] * y[i];
        }
    }

    private static void divide(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = x[i] / y[i];
        }
    }

    private static void power(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = (float) Math.pow(x[i], y[i]);
        }
    }

    private static void minimum(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.min(x[i], y[i]);
        }
    }

    private static void maximum(float[] x, float[] y, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(x[i], y[i]);
        }
    }
}
