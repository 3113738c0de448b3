package org.driftscope.data;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;

/** Draws the images that a chip is calibrated with. */
public final class CalibrationSampling {
    private static final int FEWEST_HELD_BACK = 20;

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
        return new ImageSubset(calibration, drawn(calibration, samples, seed));
    }

    private static int[] drawn(ImageSource calibration, int samples, RandomSource seed) {
        return seed.child("calibration-images").sample(calibration.count(), samples);
    }

    /**
     * Images that are not among those of {@link #draw}, by the stream "held-back-images" of the seed: what choices that need
     * labels are made on.
     *
     * @param most how many; as many as are left where that is fewer
     * @return empty where fewer than 20 are left, too few to choose by
     */
    public static Optional<ImageSource> heldBack(ImageSource calibration, int samples, int most, RandomSource seed) {
        Set<Integer> taken =
                Arrays.stream(drawn(calibration, samples, seed)).boxed().collect(Collectors.toSet());
        int left = calibration.count() - taken.size();
        if (left < FEWEST_HELD_BACK) {
            return Optional.empty();
        }
        int[] order = seed.child("held-back-images").sample(calibration.count(), calibration.count());
        return Optional.of(new ImageSubset(
                calibration,
                Arrays.stream(order)
                        .filter(index -> !taken.contains(index))
                        .limit(most)
                        .toArray()));
    }
}
