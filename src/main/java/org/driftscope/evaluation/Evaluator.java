package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.InputCheck;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.LayerChange;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.Cut;
import org.driftscope.network.run.ImageNumbers;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.CancellableLock;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs networks over an evaluation set, batches in parallel. Memory does not grow with the number of images beyond the
 * cache's budget; the answers are the same for any number of threads. Thread-safe.
 */
public final class Evaluator implements AutoCloseable {
    /** Activations kept from one evaluation to the next, if nothing else is asked for. */
    public static final long DEFAULT_CACHE_BYTES = 512L << 20;

    private final ImageSource images;
    private final BatchLoader loader;
    private final Workers workers;
    private final PrefixCache cache;
    /** Guards the cache and what was evaluated last. */
    private final CancellableLock lock = new CancellableLock();

    private @Nullable Fingerprints previous;

    /**
     * @param images the evaluation set; must fit the networks given later
     * @param workers run the batches, one at a time each; shared with others, not closed with this
     * @param cacheBytes most memory for activations that are kept; 0 to keep none
     */
    Evaluator(ImageSource images, Preprocessing preprocessing, Workers workers, long cacheBytes) {
        this.images = images;
        this.loader = new BatchLoader(images, preprocessing);
        this.workers = workers;
        this.cache = new PrefixCache(cacheBytes);
    }

    /** The evaluation set. */
    ImageSource images() {
        return images;
    }

    /**
     * Scores all images; looks at the token before every batch and, in it, before every step of the network.
     *
     * @throws IncompatibleShapeException if images and network do not fit
     * @throws CancellationException if cancelled
     */
    public Accuracy evaluate(CompiledNetwork network, Progress progress, CancelToken cancel) {
        BatchPlan plan = planFor(network);
        return score(
                plan,
                from(plan, network.fixedBatch(), (input, numbers) -> network.forward(input, null, numbers, cancel)),
                progress,
                cancel);
    }

    /**
     * As {@link #evaluate(CompiledNetwork, Progress, CancelToken)}, starting from kept activations where the first
     * layers are those of an earlier call. Activations are kept at the place where this call and the one before it part,
     * since the next call is likely to change the same layers. One call at a time; others wait.
     *
     * @param changes what {@code network} was compiled with
     */
    public Accuracy evaluate(
            CompiledNetwork network, Map<String, LayerChange> changes, Progress progress, CancelToken cancel) {
        BatchPlan plan = planFor(network);
        Fingerprints fingerprints = Fingerprints.of(network.network(), changes);
        lock.enter(cancel);
        try {
            PrefixCache.Entry start = cache.best(network, fingerprints, plan);
            Cut keep = placeToKeep(network, fingerprints);
            previous = fingerprints;
            if (start != null && (keep == null || keep.step() <= start.cut().step())) {
                Cut cut = start.cut();
                Recording activations = start.activations();
                return score(
                        plan,
                        batch -> network.forwardFrom(
                                cut, activations.get(batch), numbers(plan, batch, network.fixedBatch()), cancel),
                        progress,
                        cancel);
            }
            return keep == null
                    ? evaluate(network, progress, cancel)
                    : evaluateKeeping(network, fingerprints, plan, keep, progress, cancel);
        } finally {
            lock.leave();
        }
    }

    /** Null where nothing is gained: on the first call, without a difference, or if the first layer differs. */
    private @Nullable Cut placeToKeep(CompiledNetwork network, Fingerprints fingerprints) {
        if (previous == null) {
            return null;
        }
        Set<String> differing = fingerprints.differing(previous);
        return differing.isEmpty() ? null : network.lastCutBefore(differing);
    }

    private Accuracy evaluateKeeping(
            CompiledNetwork network,
            Fingerprints fingerprints,
            BatchPlan plan,
            Cut cut,
            Progress progress,
            CancelToken cancel) {
        Recording recording = cache.newRecording(plan);
        try {
            Scorer prefix = from(
                    plan, network.fixedBatch(), (input, numbers) -> network.forwardTo(cut, input, numbers, cancel));
            Accuracy accuracy = score(
                    plan,
                    batch -> {
                        INDArray activations = prefix.scores(batch);
                        INDArray scores = network.forwardFrom(
                                cut, activations, numbers(plan, batch, network.fixedBatch()), cancel);
                        recording.put(batch, activations);
                        return scores;
                    },
                    progress,
                    cancel);
            if (recording.complete()) {
                cache.put(new PrefixCache.Entry(fingerprints, cut, plan, recording));
            }
            return accuracy;
        } catch (RuntimeException e) {
            recording.close();
            throw e;
        }
    }

    private BatchPlan planFor(CompiledNetwork network) {
        InputCheck.requireFit(
                images,
                network.network().name(),
                network.network().inputs().get(0).dims());
        return BatchPlan.of(images, network.fixedBatch());
    }

    /** Gives the scores of a batch. */
    @FunctionalInterface
    interface Scorer {
        /** @return new array, a row for each image and perhaps for some filling; the caller closes it */
        INDArray scores(int batch);
    }

    /** Turns a batch's input, [rows, channels, height, width] and not modified, into a new array. */
    @FunctionalInterface
    interface Pass {
        INDArray run(INDArray input, ImageNumbers numbers);
    }

    /** Feeds the images to a pass. @param fixedRows rows that every batch must have; 0 if only those it needs */
    Scorer from(BatchPlan plan, int fixedRows, Pass pass) {
        return batch -> {
            try (INDArray input = loader.load(plan, batch, rows(plan, batch, fixedRows))) {
                return pass.run(input, numbers(plan, batch, fixedRows));
            }
        };
    }

    private static int rows(BatchPlan plan, int batch, int fixedRows) {
        return fixedRows > 0 ? fixedRows : plan.length(batch);
    }

    /** As the loader fills the rows. */
    private ImageNumbers numbers(BatchPlan plan, int batch, int fixedRows) {
        return new ImageNumbers(IntStream.range(0, rows(plan, batch, fixedRows))
                .mapToLong(i -> images.number((plan.first(batch) + i) % plan.images()))
                .toArray());
    }

    /** Runs all batches of a plan. */
    Accuracy score(BatchPlan plan, Scorer scorer, Progress progress, CancelToken cancel) {
        ScoreBoard board = new ScoreBoard(images);
        AtomicInteger done = new AtomicInteger();
        List<Callable<Void>> batches = new ArrayList<>();
        for (int i = 0; i < plan.batches(); i++) {
            int batch = i;
            batches.add(() -> {
                NativeThreads.useOneHere();
                int length = plan.length(batch);
                try (INDArray scores = scorer.scores(batch)) {
                    board.add(scores, plan.first(batch), length);
                }
                progress.report("Evaluating " + images.name(), done.addAndGet(length), images.count());
                return null;
            });
        }
        workers.runAll(batches, cancel);
        return board.accuracy();
    }

    /** Frees the kept activations, and ends the workers where they are its own. */
    @Override
    public void close() {
        lock.enter(new CancelToken());
        try {
            cache.close();
        } finally {
            lock.leave();
        }
    }
}
