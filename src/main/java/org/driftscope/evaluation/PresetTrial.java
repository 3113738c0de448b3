package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.data.ImageSource;
import org.driftscope.data.ImageSubset;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.network.run.LayerPositions;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scores a clean network on a few labelled images under several preprocessings. The images are drawn from all over the set,
 * always the same ones, since sets are often sorted by class or go round the classes; their number depends on the network's size alone, so that the same files
 * always give the same answer.
 */
public final class PresetTrial {
    /** Images scored with each preprocessing at most. */
    static final int MOST = 100;
    /** And at least, however large the network: with fewer no difference would count. */
    static final int FEWEST = 8;
    /** Multiplications spent on all preprocessings together: some seconds of two cores. */
    private static final double MULTIPLICATIONS = 6e10;

    private PresetTrial() {}

    /**
     * @param images labelled, of a size that fits the network
     * @param enough told the first candidate's score: whether the others need not be tried
     * @return in the order of {@code candidates}; empty where there are no images
     * @throws org.driftscope.support.IncompatibleShapeException if images and network do not fit
     */
    public static List<PresetScore> score(
            Network network,
            ImageSource images,
            List<Preprocessing> candidates,
            Predicate<PresetScore> enough,
            int threads,
            CancelToken cancel) {
        if (images.count() == 0 || candidates.isEmpty()) {
            return List.of();
        }
        ImageSource some = spread(images, count(network, images, candidates.size()));
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                Workers workers = new Workers("preprocessing", threads)) {
            List<PresetScore> scores = new ArrayList<>();
            for (Preprocessing candidate : candidates) {
                scores.add(score(compiled, some, candidate, workers, cancel));
                if (scores.size() == 1 && enough.test(scores.get(0))) {
                    break;
                }
            }
            return scores;
        }
    }

    private static int count(Network network, ImageSource images, int candidates) {
        var positions = LayerPositions.of(network, new long[] {1, images.channels(), images.height(), images.width()});
        double each = 1;
        for (AnalogLayer layer : network.analogLayers()) {
            each += (double) layer.weights() * positions.getOrDefault(layer.name(), 1L);
        }
        double affordable = MULTIPLICATIONS / each / candidates;
        return (int) Math.min(images.count(), Math.max(FEWEST, Math.min(MOST, affordable)));
    }

    /** One drawn from each of equal stretches: sets sorted by class and sets that go round the classes both give all of them. */
    static ImageSource spread(ImageSource images, int count) {
        UniformRandomProvider draw = RandomSource.of(0).child("preset-trial").generator();
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) i * images.count() / count);
            int to = (int) ((i + 1L) * images.count() / count);
            indices[i] = from + draw.nextInt(to - from);
        }
        return new ImageSubset(images, indices);
    }

    private static PresetScore score(
            CompiledNetwork network, ImageSource images, Preprocessing candidate, Workers workers, CancelToken cancel) {
        BatchPlan plan = BatchPlan.of(images, network.fixedBatch());
        BatchLoader loader = new BatchLoader(images, candidate);
        boolean[] correct = new boolean[images.count()];
        double[] brier = new double[images.count()];
        List<Callable<Void>> batches = new ArrayList<>();
        for (int i = 0; i < plan.batches(); i++) {
            int batch = i;
            batches.add(() -> {
                NativeThreads.useOneHere();
                int rows = network.fixedBatch() > 0 ? network.fixedBatch() : plan.length(batch);
                try (INDArray input = loader.load(plan, batch, rows);
                        INDArray scores = network.forward(input, cancel)) {
                    judge(scores, images, plan.first(batch), plan.length(batch), correct, brier);
                }
                return null;
            });
        }
        workers.runAll(batches, cancel);
        return new PresetScore(candidate, correct, brier);
    }

    private static void judge(
            INDArray scores, ImageSource images, int first, int length, boolean[] correct, double[] brier) {
        float[] values;
        try (INDArray flat = scores.dup('c')) {
            values = flat.data().asFloat();
        }
        int classes = Math.toIntExact(values.length / scores.size(0));
        for (int i = 0; i < length; i++) {
            int label = images.label(first + i);
            correct[first + i] = Scores.highest(values, i * classes, classes) == label;
            brier[first + i] = brier(values, i * classes, classes, label);
        }
    }

    /** Of the soft-max of the scores; 2, the worst, where one of them is not finite. */
    private static double brier(float[] values, int from, int classes, int label) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            if (!Float.isFinite(values[from + c])) {
                return 2;
            }
            highest = Math.max(highest, values[from + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(values[from + c] - highest);
        }
        double distance = 0;
        for (int c = 0; c < classes; c++) {
            double off = Math.exp(values[from + c] - highest) / sum - (c == label ? 1 : 0);
            distance += off * off;
        }
        return distance;
    }
}
