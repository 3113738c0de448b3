package org.driftscope.ui.charts;

import java.util.OptionalDouble;

/**
 * Accuracies of one chip, on the same images.
 *
 * @param clean top-1 of the clean network, 0 to 1
 * @param drifted top-1 of this chip after drift
 * @param calibrated top-1 of this chip after calibration
 * @param images number of images
 */
public record PointScores(double clean, double drifted, double calibrated, int images) {
    /** Binomial standard error of {@link #calibrated}: sqrt(p (1 - p) / n). */
    public double standardError() {
        return Math.sqrt(calibrated * (1 - calibrated) / images);
    }

    /** (calibrated - drifted) / (clean - drifted); empty where drift cost nothing. */
    OptionalDouble recovered() {
        double loss = clean - drifted;
        return loss > 0 ? OptionalDouble.of((calibrated - drifted) / loss) : OptionalDouble.empty();
    }
}
