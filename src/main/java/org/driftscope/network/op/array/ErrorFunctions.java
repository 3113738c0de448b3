package org.driftscope.network.op.array;

import java.nio.FloatBuffer;

/**
 * The error function of floats by a ratio of polynomials in x squared, as Eigen, TensorFlow and others compute it: within
 * 5e-7 of the exact value. From 4 on the float next to it is 1.
 */
public final class ErrorFunctions {
    private static final int PIECE = 2048;
    private static final float END = 4;

    private ErrorFunctions() {}

    /** {@code z = erf(x)} for {@code count} elements; both may be the same memory. */
    public static void run(FloatBuffer x, FloatBuffer z, int count) {
        float[] piece = new float[PIECE];
        for (int from = 0; from < count; from += PIECE) {
            int length = Math.min(PIECE, count - from);
            x.get(from, piece, 0, length);
            run(piece, piece, length);
            z.put(from, piece, 0, length);
        }
    }

    /** The same on the heap. */
    static void run(float[] values, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            float x = Math.max(-END, Math.min(END, values[i]));
            float s = x * x;
            float p = -2.72614225801306e-10f;
            p = p * s + 2.77068142495902e-08f;
            p = p * s - 2.10102402082508e-06f;
            p = p * s - 5.69250639462346e-05f;
            p = p * s - 7.34990630326855e-04f;
            p = p * s - 2.95459980854025e-03f;
            p = p * s - 1.60960333262415e-02f;
            float q = -1.45660718464996e-05f;
            q = q * s - 2.13374055278905e-04f;
            q = q * s - 1.68282697438203e-03f;
            q = q * s - 7.37332916720468e-03f;
            q = q * s - 1.42647390514189e-02f;
            z[i] = x * p / q;
        }
    }
}
