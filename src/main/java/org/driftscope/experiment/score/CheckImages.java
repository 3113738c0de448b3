package org.driftscope.experiment.score;

import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;

/**
 * Unlabelled images that tell how a chip in the field does: for how many it gives the clean network's answer. The same images
 * for every chip, drawn from the calibration images; those that a chip is calibrated with may be among them. Thread-safe.
 */
public final class CheckImages {
    private static final long SEED = 0;

    private final Network clean;
    private final ImageSource images;
    private final OtherImages runs;
    private final Memo<Integer, int[]> answers = Memo.keepingAll();

    public CheckImages(Network clean, ImageSource images, OtherImages runs) {
        this.clean = clean;
        this.images = images;
        this.runs = runs;
    }

    /**
     * Share of the images that get the clean network's answer, 0 to 1.
     *
     * @param other the clean network, or another of the same inputs and classes
     * @param count of images
     * @throws SpecException if there are not that many
     */
    public double agreement(Network other, Map<String, LayerChange> changes, int count, CancelToken cancel) {
        int[] wanted = answers.get(count, () -> answers(clean, Map.of(), count, cancel), cancel);
        int[] given = answers(other, changes, count, cancel);
        long same = IntStream.range(0, given.length)
                .filter(i -> given[i] == wanted[i] && given[i] != Accuracy.NO_PREDICTION)
                .count();
        return (double) same / given.length;
    }

    private int[] answers(Network network, Map<String, LayerChange> changes, int count, CancelToken cancel) {
        return runs.evaluate(draw(count), network, changes, cancel).predicted();
    }

    private ImageSource draw(int count) {
        if (count > images.count()) {
            throw new SpecException(
                    MethodSetting.CHECK_IMAGES.id(),
                    count,
                    "1 to " + images.count() + ", the number of images in " + images.name());
        }
        return new ImageSubset(images, RandomSource.of(SEED).child("check").sample(images.count(), count));
    }
}
