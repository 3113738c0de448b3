package org.driftscope.network.op.array;

import java.nio.FloatBuffer;

/** Sums, sums of squares and of absolute values of rows of floats, in double. */
public final class RowReduction {
    private static final int PIECE = 2048;
    /** Sums side by side, so that an addition need not wait for the one before. */
    private static final int LANES = 4;

    private final Term term;
    private final float[] piece = new float[PIECE];

    public RowReduction(Term term) {
        this.term = term;
    }

    /** What is summed of each element. */
    public enum Term {
        ITSELF,
        SQUARE,
        ABSOLUTE
    }

    /** Adds a row's terms to one total where {@code toStep} is 0, else each to its own. */
    public void row(FloatBuffer x, int at, int step, double[] totals, int to, int toStep, int count) {
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            RowOperand.load(x, at + from * step, step, piece, 0, length);
            prepare(length);
            if (toStep == 0) {
                totals[to] += sum(piece, length);
            } else {
                for (int i = 0; i < length; i++) {
                    totals[to + (from + i) * toStep] += term == Term.SQUARE ? (double) piece[i] * piece[i] : piece[i];
                }
            }
        }
    }

    private void prepare(int length) {
        if (term == Term.ABSOLUTE) {
            for (int i = 0; i < length; i++) {
                piece[i] = Math.abs(piece[i]);
            }
        }
    }

    private double sum(float[] x, int length) {
        return term == Term.SQUARE ? squares(x, length) : plain(x, length);
    }

    private static double plain(float[] x, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            a += x[i];
            b += x[i + 1];
            c += x[i + 2];
            d += x[i + 3];
        }
        for (int i = whole; i < length; i++) {
            a += x[i];
        }
        return (a + b) + (c + d);
    }

    private static double squares(float[] x, int length) {
        double a = 0;
        double b = 0;
        int whole = length - length % 2;
        for (int i = 0; i < whole; i += 2) {
            a += (double) x[i] * x[i];
            b += (double) x[i + 1] * x[i + 1];
        }
        return whole == length ? a + b : a + b + (double) x[whole] * x[whole];
    }
}
