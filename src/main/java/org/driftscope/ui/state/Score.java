package org.driftscope.ui.state;

import org.driftscope.evaluation.Accuracy;

/**
 * Right answers on a number of images.
 *
 * @param correct 0 to images
 * @param images at least 1
 */
public record Score(int correct, int images) {
    public Score {
        if (images < 1 || correct < 0 || correct > images) {
            throw new IllegalArgumentException(correct + " right of " + images + " images");
        }
    }

    public static Score of(Accuracy accuracy) {
        return new Score(accuracy.correct(), accuracy.images());
    }

    /** Top-1 accuracy, 0 to 1. */
    public double top1() {
        return (double) correct / images;
    }

    /** Of {@link #top1()}, see {@link Accuracy#standardError(double, int)}. */
    public double standardError() {
        return Accuracy.standardError(top1(), images);
    }
}
