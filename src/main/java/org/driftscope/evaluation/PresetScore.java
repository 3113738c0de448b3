package org.driftscope.evaluation;

import org.driftscope.data.Preprocessing;

/**
 * What a clean network made of some images under one preprocessing.
 *
 * @param preprocessing how they were prepared
 * @param correct for each image, whether its label scored highest; treat as read-only
 * @param brier for each image, the squared distance of the class probabilities from the truth, 0 to 2; treat as read-only.
 *     Source: Brier, Mon. Weather Rev. 78 (1950) 1
 */
public record PresetScore(Preprocessing preprocessing, boolean[] correct, double[] brier) {
    /** Chance of taking guesswork for a difference in accuracy. */
    private static final double SIGNIFICANT = 0.01;
    /** Standard errors that a difference in probabilities must have. */
    private static final double SIGMAS = 3;
    /** Fewer images show no spread to judge by. */
    private static final int FEWEST = 8;

    /** Images scored. */
    public int images() {
        return correct.length;
    }

    /** Top-1 accuracy, 0 to 1. */
    public double top1() {
        int right = 0;
        for (boolean one : correct) {
            right += one ? 1 : 0;
        }
        return (double) right / images();
    }

    /** Mean of {@link #brier}. */
    public double meanBrier() {
        double sum = 0;
        for (double one : brier) {
            sum += one;
        }
        return sum / images();
    }

    /**
     * Whether more images come out right than under another preprocessing of the same images, beyond chance: of those that
     * only one of both got right, too many are this one's for a fair coin (McNemar's test, exact, one-sided, 1 %).
     */
    public boolean scoresBetter(PresetScore other) {
        int mine = 0;
        int theirs = 0;
        for (int i = 0; i < images(); i++) {
            mine += correct[i] && !other.correct[i] ? 1 : 0;
            theirs += !correct[i] && other.correct[i] ? 1 : 0;
        }
        return mine > theirs && atLeast(mine, mine + theirs) < SIGNIFICANT;
    }

    /** Whether another could {@link #scoresBetter} at all: a few wrong images are too few for any to prove it. */
    public boolean canBeBeaten() {
        int wrong = (int) Math.round(images() * (1 - top1()));
        return atLeast(wrong, wrong) < SIGNIFICANT;
    }

    /** Probability that a fair coin shows heads at least so many times. */
    private static double atLeast(int heads, int throwsInAll) {
        double logTerm = -throwsInAll * Math.log(2);
        double sum = 0;
        for (int k = 0; k <= throwsInAll; k++) {
            sum += k >= heads ? Math.exp(logTerm) : 0;
            logTerm += Math.log(throwsInAll - k) - Math.log(k + 1);
        }
        return sum;
    }

    /** Whether it {@link #scoresBetter}, or gives the true classes clearly more weight where as many come out right. */
    public boolean fitsBetter(PresetScore other) {
        return scoresBetter(other) || !other.scoresBetter(this) && isSurer(other);
    }

    private boolean isSurer(PresetScore other) {
        int n = images();
        double mean = other.meanBrier() - meanBrier();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = other.brier[i] - brier[i] - mean;
            squares += off * off;
        }
        double error = Math.sqrt(squares / (n - 1.0) / n);
        return n >= FEWEST && top1() >= other.top1() && mean > SIGMAS * error;
    }
}
