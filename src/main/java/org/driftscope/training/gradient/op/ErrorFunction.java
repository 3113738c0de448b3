package org.driftscope.training.gradient.op;

/** erf, within 1.2e-7: W. H. Press et al., Numerical Recipes in C, 2nd ed., 1992, section 6.2 (erfcc). */
final class ErrorFunction {
    private static final double[] TERMS = {
        -1.26551223,
        1.00002368,
        0.37409196,
        0.09678418,
        -0.18628806,
        0.27886807,
        -1.13520398,
        1.48851587,
        -0.82215223,
        0.17087277
    };

    private ErrorFunction() {}

    static double of(double x) {
        double t = 1 / (1 + 0.5 * Math.abs(x));
        double sum = 0;
        for (int i = TERMS.length - 1; i >= 0; i--) {
            sum = TERMS[i] + t * sum;
        }
        double complement = t * Math.exp(-x * x + sum);
        return x >= 0 ? 1 - complement : complement - 1;
    }
}
