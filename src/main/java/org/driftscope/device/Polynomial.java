package org.driftscope.device;

/** Polynomials as fits of measured devices give them. */
final class Polynomial {
    private Polynomial() {}

    /** @param coefficients of x to the power 0, 1, 2 and so on */
    static double of(double[] coefficients, double x) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * x + coefficients[i];
        }
        return value;
    }

    static double clamp(double value, double low, double high) {
        return Math.min(high, Math.max(low, value));
    }
}
