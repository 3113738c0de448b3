package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.driftscope.data.ImageSource;
import org.driftscope.data.InputCheck;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.Progress;
import org.driftscope.support.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Runs networks over an evaluation set, batches in parallel. Memory does not grow with the number of images; the answers
 * are the same for any number of threads. Thread-safe.
 */
public final class Evaluator implements AutoCloseable {
    private final ImageSource images;
    private final int[] labels;
    private final BatchLoader loader;
    private final Workers workers;

    /**
     * @param images the evaluation set; must fit the networks given later
     * @param threads worker threads, each running one batch at a time
     */
    public Evaluator(ImageSource images, Preprocessing preprocessing, int threads) {
        this.images = images;
        this.labels = IntStream.range(0, images.count()).map(images::label).toArray();
        this.loader = new BatchLoader(images, preprocessing);
        this.workers = new Workers("evaluation", threads);
    }

    /**
     * Scores all images; looks at the token before every batch.
     *
     * @throws IncompatibleShapeException if images and network do not fit
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Accuracy evaluate(CompiledNetwork network, Progress progress, CancelToken cancel) {
        InputCheck.requireFit(
                images,
                network.network().name(),
                network.network().inputs().get(0).dims());
        BatchPlan plan = BatchPlan.of(images, 0);
        return score(plan, 0, (batch, input) -> network.forward(input), progress, cancel);
    }

    /** What turns a batch into scores. */
    @FunctionalInterface
    interface Scorer {
        /** @return new array [rows, classes]; closed by the caller, who also closes {@code input} */
        INDArray scores(int batch, INDArray input);
    }

    /** @param fixedRows rows that every batch must have; 0 if only those it needs */
    Accuracy score(BatchPlan plan, int fixedRows, Scorer scorer, Progress progress, CancelToken cancel) {
        int[] predicted = new int[images.count()];
        AtomicInteger done = new AtomicInteger();
        List<Callable<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < plan.batches(); i++) {
            int batch = i;
            batches.add(() -> {
                int classes = predict(plan, batch, fixedRows, scorer, predicted);
                progress.report("Evaluating " + images.name(), done.addAndGet(plan.length(batch)), images.count());
                return classes;
            });
        }
        return Accuracy.of(labels, predicted, workers.runAll(batches, cancel).get(0));
    }

    /** Writes the classes of one batch; returns how many classes there are. */
    private int predict(BatchPlan plan, int batch, int fixedRows, Scorer scorer, int[] predicted) {
        useOneNativeThread();
        int length = plan.length(batch);
        int rows = fixedRows > 0 ? fixedRows : length;
        float[] values;
        try (INDArray input = loader.load(plan, batch, rows);
                INDArray scores = scorer.scores(batch, input);
                INDArray flat = scores.dup('c')) {
            values = flat.data().asFloat();
        }
        int classes = values.length / rows;
        for (int i = 0; i < length; i++) {
            int image = plan.first(batch) + i;
            requireKnown(image, classes);
            predicted[image] = highest(Arrays.copyOfRange(values, i * classes, (i + 1) * classes));
        }
        return classes;
    }

    /** Parallel batches gain more than parallel operations, and results stay bitwise the same. */
    private static void useOneNativeThread() {
        Nd4j.getExecutioner(); // loads the natives that the next line talks to
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
    }

    private void requireKnown(int image, int classes) {
        if (labels[image] >= classes) {
            throw new IncompatibleShapeException("Image " + (image + 1) + " of " + images.name() + " has label "
                    + labels[image] + ", but the model gives only " + classes
                    + " scores. Give the data set that the model was trained for, or check the labels.");
        }
    }

    /** The first of the highest scores; none where a score is NaN or infinite. */
    private static int highest(float[] scores) {
        int best = 0;
        for (int c = 0; c < scores.length; c++) {
            if (!Float.isFinite(scores[c])) {
                return Accuracy.NO_PREDICTION;
            }
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    @Override
    public void close() {
        workers.close();
    }
}
