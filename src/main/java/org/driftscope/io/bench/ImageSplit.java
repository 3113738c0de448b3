package org.driftscope.io.bench;

import java.util.stream.IntStream;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.support.DataFormatException;

/**
 * Images to score with and images to calibrate with, never the same.
 *
 * @param evaluation to score with
 * @param calibration to calibrate with
 */
record ImageSplit(ImageSource evaluation, ImageSource calibration) {
    private static final int MOST_SET_APART = 1000;
    private static final int SHARE_SET_APART = 5;
    private static final int FEWEST = 10;

    /**
     * One set: a fifth of it, at most 1,000 images, is set apart for calibration. Where the set is sorted by class, as
     * folders are, it is parted at random, always the same; otherwise its last images are set apart.
     *
     * @param limit most images to score with; 0 for all
     * @throws DataFormatException if there are too few images
     */
    static ImageSplit of(ImageSource all, int limit) {
        int apart = Math.min(MOST_SET_APART, all.count() / SHARE_SET_APART);
        if (apart < 1 || all.count() < FEWEST) {
            throw new DataFormatException(all.name() + " holds " + all.count() + " images; at least " + FEWEST
                    + " are needed, since a fifth is set apart for calibration.");
        }
        int scored = all.count() - apart;
        int[] order = isSorted(all)
                ? ImageSample.order(all.count())
                : IntStream.range(0, all.count()).toArray();
        ImageSource first = part(all, order, 0, scored);
        return new ImageSplit(limit == 0 ? first : ImageSample.of(first, limit), part(all, order, scored, all.count()));
    }

    private static ImageSource part(ImageSource all, int[] order, int from, int to) {
        return new ImageSubset(
                all, IntStream.range(from, to).map(i -> order[i]).sorted().toArray());
    }

    /** Whether the classes come one after the other, so that any end of the set has but a few of them. */
    private static boolean isSorted(ImageSource images) {
        for (int i = 1; i < images.count(); i++) {
            if (images.label(i) < images.label(i - 1)) {
                return false;
            }
        }
        return images.label(images.count() - 1) > images.label(0);
    }
}
