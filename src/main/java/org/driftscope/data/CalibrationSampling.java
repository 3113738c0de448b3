package org.driftscope.data;

import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;

/** Draws the images that a chip is calibrated with. */
public final class CalibrationSampling {
    private CalibrationSampling() {}

    /**
     * Distinct images, drawn by the stream "calibration-images" of a seed.
     *
     * @param calibration images to draw from
     * @param samples how many
     * @param seed the root source of a seed
     * @throws SpecException if there are not that many
     */
    public static ImageSubset draw(ImageSource calibration, int samples, RandomSource seed) {
        if (samples < 1 || samples > calibration.count()) {
            throw new SpecException(
                    "samples",
                    samples,
                    "1 to " + calibration.count() + ", the number of images in " + calibration.name());
        }
        int[] drawn = seed.child("calibration-images").sample(calibration.count(), samples);
        return new ImageSubset(calibration, drawn);
    }
}
