package org.driftscope.evaluation;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Accuracy over several chips (seeds).
 *
 * @param count number of values
 * @param mean their mean
 * @param standardDeviation sample standard deviation (n - 1); NaN for one value
 * @param standardError of the mean; NaN for one value
 * @param interval95 95 % interval of the mean (Student's t with n - 1 degrees of freedom); NaN for one value
 */
public record AccuracySummary(
        int count, double mean, double standardDeviation, double standardError, Interval interval95) {
    private static final double UPPER_95 = 0.975;

    /** @param values at least one; in any unit, the summary has the same */
    public static AccuracySummary of(List<Double> values) {
        int n = values.size();
        if (n == 0) {
            throw new IllegalArgumentException("no values to summarise");
        }
        double mean = values.stream().mapToDouble(v -> v).sum() / n;
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN;
        double error = deviation / Math.sqrt(n);
        double half = n > 1 ? error * new TDistribution(n - 1).inverseCumulativeProbability(UPPER_95) : Double.NaN;
        return new AccuracySummary(n, mean, deviation, error, new Interval(mean - half, mean + half));
    }
}
