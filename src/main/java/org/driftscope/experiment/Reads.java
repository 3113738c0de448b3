package org.driftscope.experiment;

import java.util.List;
import org.driftscope.evaluation.AccuracySummary;

/**
 * Top-1 accuracy of one chip, read by read, before and after calibration. Where reading adds no noise there is one read.
 *
 * @param drifted of each read, 0 to 1; at least one
 * @param calibrated the same after calibration, as many
 */
public record Reads(List<Double> drifted, List<Double> calibrated) {
    public Reads {
        drifted = List.copyOf(drifted);
        calibrated = List.copyOf(calibrated);
        if (drifted.isEmpty() || drifted.size() != calibrated.size()) {
            throw new IllegalArgumentException(
                    drifted.size() + " reads of the drifted chip, " + calibrated.size() + " of the calibrated one");
        }
    }

    /** A chip that was read once. */
    public static Reads once(double drifted, double calibrated) {
        return new Reads(List.of(drifted), List.of(calibrated));
    }

    public int count() {
        return drifted.size();
    }

    /** The mean of some reads, 0 to 1. */
    static double mean(List<Double> top1) {
        return AccuracySummary.of(top1).mean();
    }

    /** Sample standard deviation over some reads of one chip, 0 to 1; NaN of one. */
    static double spread(List<Double> top1) {
        return top1.size() < 2 ? Double.NaN : AccuracySummary.of(top1).standardDeviation();
    }
}
