package org.driftscope.evaluation;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What one calibration has over another on the same chips. What a chip does to both is taken off, so that far fewer chips tell
 * two calibrations apart than two means of their own would.
 *
 * @param over the differences, one a chip; its interval is Student's t for paired values
 */
public record PairedDifference(AccuracySummary over) {
    private static final double UPPER_95 = 0.975;
    private static final double POWER = 0.8;
    private static final int MOST_CHIPS = 1_000_000;

    /** @param differences at least one, in any unit */
    public static PairedDifference of(List<Double> differences) {
        return new PairedDifference(AccuracySummary.of(differences));
    }

    /** Whether the 95 % interval leaves 0 out. */
    public boolean isClear() {
        return over.interval95().low() > 0 || over.interval95().high() < 0;
    }

    /**
     * Chips that show a difference: the fewest of which four studies in five would have a 95 % interval without 0, if the true
     * difference were that large and spread over chips as the measured ones do: {@code (t_.975 + t_.8) s / sqrt(n) <= points}, n - 1
     * degrees of freedom. 2 where all differences are alike; -1 where a single one tells no spread, or no number of chips that anyone
     * could make is enough.
     *
     * @param points the difference, above 0, in the unit of the differences
     */
    public int chipsToSee(double points) {
        if (over.count() < 2) {
            return -1;
        }
        int low = 1;
        int high = 2;
        while (!shows(high, points)) {
            low = high;
            high *= 2;
            if (high > MOST_CHIPS) {
                return -1;
            }
        }
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (shows(middle, points)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private boolean shows(int chips, double points) {
        TDistribution t = new TDistribution(chips - 1);
        double sum = t.inverseCumulativeProbability(UPPER_95) + t.inverseCumulativeProbability(POWER);
        return sum * over.standardDeviation() <= points * Math.sqrt(chips);
    }
}
