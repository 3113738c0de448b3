package org.driftscope.network.op.array;

/**
 * Functions of one or two numbers, computed for many at once. They are loops over small arrays on the heap, of which the
 * compiler makes vector instructions; of loops over buffers it does not. The results are those of double, rounded.
 */
public enum RowFunction {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    POWER,
    MINIMUM,
    MAXIMUM,
    SQUARE_ROOT,
    ERROR_FUNCTION,
    POSITIVE_PART,
    NEGATIVE,
    ABSOLUTE,
    RECIPROCAL;

    /** Whether it joins two numbers; else it takes one. */
    public boolean joins() {
        return ordinal() <= MAXIMUM.ordinal();
    }

    /** {@code z = function(x, y)} for the first {@code length}; z may be one of the others, y is ignored by functions of one. */
    void run(float[] x, float[] y, float[] z, int length) {
        switch (this) {
            case ADD -> add(x, y, z, length);
            case SUBTRACT -> subtract(x, y, z, length);
            case MULTIPLY -> multiply(x, y, z, length);
            case DIVIDE -> divide(x, y, z, length);
            case POWER -> power(x, y, z, length);
            case MINIMUM -> minimum(x, y, z, length);
            case MAXIMUM -> maximum(x, y, z, length);
            case SQUARE_ROOT -> squareRoot(x, z, length);
            case ERROR_FUNCTION -> ErrorFunctions.run(x, z, length);
            case POSITIVE_PART -> positivePart(x, z, length);
            case NEGATIVE -> negative(x, z, length);
            case ABSOLUTE -> absolute(x, z, length);
            case RECIPROCAL -> reciprocal(x, z, length);
        }
    }

    private static void add(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = x[i] + y[i];
        }
    }

    private static void subtract(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = x[i] - y[i];
        }
    }

    private static void multiply(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = x[i] * y[i];
        }
    }

    private static void divide(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = x[i] / y[i];
        }
    }

    private static void power(float[] x, float[] y, float[] z, int length) {
        if (areSquares(y, length)) {
            multiply(x, x, z, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            z[i] = (float) Math.pow(x[i], y[i]);
        }
    }

    private static boolean areSquares(float[] exponents, int length) {
        for (int i = 0; i < length; i++) {
            if (exponents[i] != 2) {
                return false;
            }
        }
        return true;
    }

    private static void minimum(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = Math.min(x[i], y[i]);
        }
    }

    private static void maximum(float[] x, float[] y, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = Math.max(x[i], y[i]);
        }
    }

    private static void squareRoot(float[] x, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = (float) Math.sqrt(x[i]);
        }
    }

    private static void positivePart(float[] x, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = Math.max(x[i], 0f);
        }
    }

    private static void negative(float[] x, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = -x[i];
        }
    }

    private static void absolute(float[] x, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = Math.abs(x[i]);
        }
    }

    private static void reciprocal(float[] x, float[] z, int length) {
        for (int i = 0; i < length; i++) {
            z[i] = 1 / x[i];
        }
    }
}
