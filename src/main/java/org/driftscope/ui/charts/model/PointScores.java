package org.driftscope.ui.charts.model;

import java.util.OptionalDouble;
import org.driftscope.evaluation.Accuracy;

/**
 * Accuracies of one chip, on the same images.
 *
 * @param clean top-1 of the clean network, 0 to 1
 * @param drifted top-1 of this chip after drift
 * @param calibrated top-1 of this chip after calibration
 * @param images number of images
 */
public record PointScores(double clean, double drifted, double calibrated, int images) {
    /** Of {@link #calibrated}, see {@link Accuracy#standardError(double, int)}. */
    public double standardError() {
        return Accuracy.standardError(calibrated, images);
    }

    /** (calibrated - drifted) / (clean - drifted); empty where drift cost nothing. */
    OptionalDouble recovered() {
        double loss = clean - drifted;
        return loss > 0 ? OptionalDouble.of((calibrated - drifted) / loss) : OptionalDouble.empty();
    }
}
