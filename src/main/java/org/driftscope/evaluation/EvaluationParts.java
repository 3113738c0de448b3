package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSample;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.Preprocessing;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/**
 * An evaluation set in parts, where its images are so large that scoring all of them takes long: a first figure is there
 * soon, is refined part by part, and what was scored is not lost when the rest is cancelled. Parts are cut from a fixed
 * random order, so that those scored so far are a fair sample. Small images are one part. Each image's answer is the same
 * as without parts. Thread-safe.
 */
public final class EvaluationParts implements AutoCloseable {
    /** Images of the first part: seconds of a large network. */
    static final int FIRST = 20;
    /** How much longer each part is than the one before it. */
    private static final int GROWTH = 3;
    /** Images of a part at most: what cancelling may lose. */
    private static final int MOST = 200;

    private final List<Evaluator> parts = new ArrayList<>();
    private final int[] ends;

    /**
     * @param images the evaluation set
     * @param fixedBatch the only batch size that the network takes; 0 if it takes any
     * @param workers run the batches; shared with others, not closed with this
     */
    public EvaluationParts(ImageSource images, int fixedBatch, Preprocessing preprocessing, Workers workers) {
        this.ends = ends(images, fixedBatch);
        int[] order = ends.length == 1 ? new int[0] : ImageSample.order(images.count());
        for (int part = 0; part < ends.length; part++) {
            int from = part == 0 ? 0 : ends[part - 1];
            ImageSource some = ends.length == 1 ? images : cut(images, order, from, ends[part]);
            long share = Evaluator.DEFAULT_CACHE_BYTES * (ends[part] - from) / Math.max(1, images.count());
            parts.add(new Evaluator(some, preprocessing, workers, share));
        }
    }

    private static int[] ends(ImageSource images, int fixedBatch) {
        int all = images.count();
        if (all <= FIRST || BatchPlan.of(images, fixedBatch).size() > 1) {
            return new int[] {all};
        }
        IntStream.Builder ends = IntStream.builder();
        int length = FIRST;
        for (int end = FIRST; end < all; end += length) {
            ends.add(end);
            length = Math.min(MOST, length * GROWTH);
        }
        return ends.add(all).build().toArray();
    }

    private static ImageSource cut(ImageSource images, int[] order, int from, int to) {
        return new ImageSubset(images, Arrays.stream(order, from, to).sorted().toArray());
    }

    /** Number of parts; 1 where the set is not cut. */
    public int count() {
        return ends.length;
    }

    /** Scores one part. */
    public Evaluator part(int part) {
        return parts.get(part);
    }

    /** What scoring one part is of scoring all. */
    public Progress within(int part, Progress progress) {
        int before = part == 0 ? 0 : ends[part - 1];
        return (stage, done, total) -> progress.report(stage, before + done, ends[ends.length - 1]);
    }

    /** Scores part after part. @param scored gives a part's accuracy */
    public Accuracy gather(Scoring scoring, IntFunction<Accuracy> scored) {
        List<Accuracy> known = new ArrayList<>();
        for (int part = 0; part < Math.min(scoring.parts(), ends.length); part++) {
            known.add(scored.apply(part));
            if (known.size() < ends.length) {
                scoring.soFar().accept(Accuracy.merged(known));
            }
        }
        return Accuracy.merged(known);
    }

    @Override
    public void close() {
        parts.forEach(Evaluator::close);
    }
}
