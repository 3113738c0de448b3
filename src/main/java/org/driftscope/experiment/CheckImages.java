package org.driftscope.experiment;

import java.util.Map;
import java.util.stream.IntStream;
import org.driftscope.calibration.spec.MethodSetting;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.EvaluationParts;
import org.driftscope.evaluation.Scoring;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.SpecException;
import org.driftscope.support.Workers;

/**
 * Unlabelled images that tell how a chip in the field does: for how many it gives the clean network's answer. The same images
 * for every chip, drawn from the calibration images; those that a chip is calibrated with may be among them. Thread-safe.
 */
final class CheckImages {
    private static final long SEED = 0;

    private final CompiledNetwork clean;
    private final ImageSource images;
    private final Preprocessing preprocessing;
    private final Workers workers;
    private final Memo<Integer, int[]> answers = Memo.keepingAll();

    /** @param clean closed by its owner, after this */
    CheckImages(CompiledNetwork clean, ImageSource images, Preprocessing preprocessing, Workers workers) {
        this.clean = clean;
        this.images = images;
        this.preprocessing = preprocessing;
        this.workers = workers;
    }

    /**
     * Share of the images that get the clean network's answer, 0 to 1.
     *
     * @param other the clean network's own graph, or another of the same inputs and classes
     * @param count of images
     * @throws SpecException if there are not that many
     */
    double agreement(Network other, Map<String, LayerChange> changes, int count, CancelToken cancel) {
        int[] wanted = answers.get(count, () -> answers(clean, count, cancel), cancel);
        try (CompiledNetwork student =
                other == clean.network() ? clean.withChanges(changes) : CompiledNetwork.with(other, changes)) {
            int[] given = answers(student, count, cancel);
            long same = IntStream.range(0, given.length)
                    .filter(i -> given[i] == wanted[i] && given[i] != Accuracy.NO_PREDICTION)
                    .count();
            return (double) same / given.length;
        }
    }

    private int[] answers(CompiledNetwork network, int count, CancelToken cancel) {
        try (EvaluationParts parts = new EvaluationParts(draw(count), clean.fixedBatch(), preprocessing, workers)) {
            return parts.gather(Scoring.all(), part -> parts.part(part).evaluate(network, Progress.none(), cancel))
                    .predicted();
        }
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
