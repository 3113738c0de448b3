package org.driftscope.figure.export;

import java.util.List;

/**
 * A mean with its 95 % confidence interval.
 *
 * @param mean the mean
 * @param halfWidth half of the interval's width; NaN where one value alone gives none
 */
public record MeanInterval(double mean, double halfWidth) {
    /** Two-sided 95 % quantiles of Student's t for 1 to 30 degrees of freedom. Source: NIST/SEMATECH e-Handbook, 1.3.6.7.2. */
    private static final double[] T95 = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL95 = 1.959964;

    /**
     * The mean of independent values and t s / sqrt(n), with t of n - 1 degrees of freedom.
     *
     * @param values at least one
     */
    public static MeanInterval of(List<Double> values) {
        int n = values.size();
        if (n == 0) {
            throw new IllegalArgumentException("No values to take the mean of");
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).sum() / n;
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double half = n == 1 ? Double.NaN : quantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new MeanInterval(mean, half);
    }

    /** Beyond the table: the first term of the expansion around the normal quantile, right to 0.002. */
    static double quantile(int freedom) {
        if (freedom <= T95.length) {
            return T95[freedom - 1];
        }
        return NORMAL95 + (Math.pow(NORMAL95, 3) + NORMAL95) / (4.0 * freedom);
    }
}
