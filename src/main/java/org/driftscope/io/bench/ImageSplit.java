package org.driftscope.io.bench;

import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.support.DataFormatException;

/**
 * Images to score with and images to calibrate with, never the same.
 *
 * @param evaluation the first ones
 * @param calibration the last ones
 */
record ImageSplit(ImageSource evaluation, ImageSource calibration) {
    private static final int MOST_SET_APART = 1000;
    private static final int SHARE_SET_APART = 5;
    private static final int FEWEST = 10;

    /**
     * One set: its last fifth, at most 1,000 images, is set apart for calibration.
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
        int[] rest = IntStream.range(scored, all.count()).toArray();
        int[] first = IntStream.range(0, limit == 0 ? scored : Math.min(scored, limit))
                .toArray();
        return new ImageSplit(new ImageSubset(all, first), new ImageSubset(all, rest));
    }
}
