package org.driftscope.experiment.score;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.EvaluationParts;
import org.driftscope.evaluation.Scoring;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.network.LayerChange;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Memo;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;

/**
 * Scores a network's states on its evaluation images, part by part. What was scored of the clean network and of chips before
 * calibration is remembered, so that cancelling loses no more than a part. Thread-safe.
 */
public final class BenchScores implements AutoCloseable {
    private static final int MOST_REMEMBERED = 4096;

    private final CompiledNetwork clean;
    private final EvaluationParts images;
    private final Memo<Scored, Accuracy> known = new Memo<>(MOST_REMEMBERED, accuracy -> 1);

    /** A chip and the layers on it. */
    private record Placed(ChipSpec spec, Set<String> layers) {}

    /** A part of the images on a chip at one of its reads; on the clean network where there is none. */
    private record Scored(Optional<Placed> placed, int read, int part) {}

    /** @param clean closed by its owner, after this */
    public BenchScores(CompiledNetwork clean, ImageSource images, Preprocessing preprocessing, Workers workers) {
        this.clean = clean;
        this.images = new EvaluationParts(images, clean.fixedBatch(), preprocessing, workers);
    }

    public boolean inParts() {
        return images.count() > 1;
    }

    public Accuracy clean(Scoring scoring, Progress progress, CancelToken cancel) {
        return images.gather(
                scoring,
                part -> known.get(
                        new Scored(Optional.empty(), 0, part),
                        () -> score(part, clean, Map.of(), progress, cancel),
                        cancel));
    }

    /**
     * @param read number of the read, 0 for the first
     * @param changes to the network on this chip at that read; asked for where a part was not scored yet
     */
    public Accuracy drifted(
            ChipSpec spec,
            Collection<String> layers,
            int read,
            Supplier<Map<String, LayerChange>> changes,
            Scoring scoring,
            Progress progress,
            CancelToken cancel) {
        Optional<Placed> placed = Optional.of(new Placed(spec, Set.copyOf(layers)));
        return images.gather(
                scoring,
                part -> known.get(
                        new Scored(placed, read, part), () -> changed(part, changes.get(), progress, cancel), cancel));
    }

    private Accuracy changed(int part, Map<String, LayerChange> changes, Progress progress, CancelToken cancel) {
        try (CompiledNetwork student = clean.withChanges(changes)) {
            return score(part, student, changes, progress, cancel);
        }
    }

    /**
     * Lets single images be looked at.
     *
     * @param other the clean network's own graph, or another of the same inputs and classes
     */
    public <T> T look(Network other, Map<String, LayerChange> changes, Function<CompiledNetwork, T> how) {
        try (CompiledNetwork student =
                other == clean.network() ? clean.withChanges(changes) : CompiledNetwork.with(other, changes)) {
            return how.apply(student);
        }
    }

    /** @param other the clean network's own graph, or another of the same inputs and classes */
    public Accuracy evaluate(
            Network other, Map<String, LayerChange> changes, Scoring scoring, Progress progress, CancelToken cancel) {
        boolean own = other == clean.network();
        return look(
                other,
                changes,
                student -> images.gather(
                        scoring,
                        part -> own
                                ? score(part, student, changes, progress, cancel)
                                : images.part(part).evaluate(student, images.within(part, progress), cancel)));
    }

    private Accuracy score(
            int part,
            CompiledNetwork student,
            Map<String, LayerChange> changes,
            Progress progress,
            CancelToken cancel) {
        return images.part(part).evaluate(student, changes, images.within(part, progress), cancel);
    }

    @Override
    public void close() {
        images.close();
    }
}
