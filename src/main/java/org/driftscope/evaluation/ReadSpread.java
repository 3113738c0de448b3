package org.driftscope.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * Top-1 accuracy of one chip over repeated reads: what reading alone adds and takes. How chips differ is not in it.
 *
 * @param top1 of each read, 0 to 1; two or more
 */
public record ReadSpread(List<Double> top1) {
    public ReadSpread {
        top1 = List.copyOf(top1);
        if (top1.size() < 2) {
            throw new IllegalArgumentException(top1.size() + " read says nothing of how reads differ");
        }
    }

    public int reads() {
        return top1.size();
    }

    /** 0 to 1. */
    public double mean() {
        return AccuracySummary.of(top1).mean();
    }

    /** Sample standard deviation over the reads, 0 to 1. */
    public double standardDeviation() {
        return AccuracySummary.of(top1).standardDeviation();
    }

    /** E.g. "5 reads: 84.1 ± 0.3 s.d.", in per cent. */
    public String words() {
        return String.format(
                Locale.ROOT, "%d reads: %.1f \u00b1 %.1f s.d.", reads(), 100 * mean(), 100 * standardDeviation());
    }
}
