package org.driftscope.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.load.FixedBatch;
import org.driftscope.network.run.NativeThreads;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.support.Workers;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Second moments of the gradients of log p at the outputs of analog layers, with classes drawn from the network's own
 * softmax: the output Fisher matrices.
 */
public final class OutputGradients {
    private static final int MOST_IMAGES_AT_ONCE = 20;
    /** Input values of a batch, whose classes are drawn together. */
    private static final int VALUES_AT_ONCE = 1 << 19;
    /** Input values that a thread takes at once: all activations are held until their gradients are there. */
    private static final int VALUES_A_PART = 1 << 18;

    private final Network network;
    private final ImageBatches batches;
    private final RandomSource random;
    private final GradientPass pass;
    private final Map<String, Sum> byValue = new LinkedHashMap<>();

    private OutputGradients(Network network, ImageBatches batches, Collection<String> layers, RandomSource random) {
        this.network = network;
        this.batches = batches;
        this.random = random;
        ParameterLayout layout = ParameterLayout.of(
                network,
                network.analogLayers().stream()
                        .map(AnalogLayer::weightValue)
                        .distinct()
                        .toList());
        this.pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        for (AnalogLayer layer : network.analogLayers()) {
            if (layers.contains(layer.name())) {
                Node node = network.nodes().get(layer.nodeIndex());
                byValue.put(node.outputs().get(0), new Sum(new GradientMoments(layer), new Turns()));
            }
        }
    }

    /** A layer's moments, and who may add to them next. */
    private record Sum(GradientMoments moments, Turns turns) {}

    /** Some images of a batch. @param to not included */
    private record Part(int step, int from, int to) {}

    /**
     * One layer's moments.
     *
     * @param positions of its output, an image
     * @param groups {@code E[g g^T]} over images and positions of each group's outputs, [o, o] and symmetric
     */
    public record Moments(double positions, List<double[]> groups) {}

    /**
     * Gathers moments over all given images. The same to the last digit for any number of workers.
     *
     * @param images labels are not looked at
     * @param layers names of analog layers
     * @param random draws the classes
     * @param workers to run on, each with the activations of some images
     * @return by layer's name, in order of execution
     * @throws org.driftscope.support.ModelFormatException if an operator of the network has no gradient here
     */
    public static Map<String, Moments> collect(
            Network network,
            ImageSource images,
            Preprocessing preprocessing,
            Collection<String> layers,
            RandomSource random,
            Workers workers,
            Progress progress,
            CancelToken cancel) {
        int pixels = images.channels() * images.height() * images.width();
        int bounded = Math.max(1, Math.min(MOST_IMAGES_AT_ONCE, VALUES_AT_ONCE / pixels));
        int fixed = FixedBatch.of(network);
        int atOnce = fixed > 0 ? fixed : bounded;
        ImageBatches batches = new ImageBatches(images, preprocessing, atOnce, random.child("order"));
        int count = (images.count() + atOnce - 1) / atOnce;
        int inPart = fixed > 0 ? batches.size() : partOf(batches.size(), VALUES_A_PART / pixels);
        List<Part> parts = new ArrayList<>();
        for (int step = 0; step < count; step++) {
            for (int from = 0; from < batches.size(); from += inPart) {
                parts.add(new Part(step, from, Math.min(batches.size(), from + inPart)));
            }
        }
        return new OutputGradients(network, batches, layers, random).collect(parts, workers, progress, cancel);
    }

    private Map<String, Moments> collect(List<Part> parts, Workers workers, Progress progress, CancelToken cancel) {
        Part sample = parts.get(0);
        Map<String, INDArray> constants = pass.constants(batch(sample));
        try {
            return collect(parts, constants, workers, progress, cancel);
        } finally {
            constants.values().forEach(INDArray::close);
        }
    }

    private Map<String, Moments> collect(
            List<Part> parts, Map<String, INDArray> constants, Workers workers, Progress progress, CancelToken cancel) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Callable<Boolean> lane = () -> {
            NativeThreads.useOneHere();
            try {
                for (int turn = next.getAndIncrement(); turn < parts.size(); turn = next.getAndIncrement()) {
                    cancel.throwIfCancelled();
                    add(parts.get(turn), turn, constants);
                    progress.report("Weighing the layers' outputs", done.incrementAndGet(), parts.size());
                }
                return true;
            } catch (Turns.Abandoned anotherFailed) {
                return false;
            } catch (RuntimeException | Error failed) {
                byValue.values().forEach(sum -> sum.turns().abandon());
                throw failed;
            } finally {
                Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
            }
        };
        workers.runAll(Collections.nCopies(workers.threads(), lane), cancel);
        Map<String, Moments> moments = new LinkedHashMap<>();
        byValue.values()
                .forEach(sum ->
                        moments.put(sum.moments().layer().name(), sum.moments().finish()));
        return moments;
    }

    private LabelledBatch batch(Part part) {
        LabelledBatch drawn = batches.batch(part.step(), part.from(), part.to());
        return pass.fixedBatch() > 0 ? drawn.wrapped(0, pass.fixedBatch()) : drawn;
    }

    /** The largest equal part of a batch that is no larger than wanted: shapes are computed for one size of batch. */
    private static int partOf(int batch, int most) {
        int part = Math.max(1, Math.min(batch, most));
        while (batch % part != 0) {
            part--;
        }
        return part;
    }

    private void add(Part part, int turn, Map<String, INDArray> constants) {
        UniformRandomProvider draws = random.child("classes").child(part.step()).generator();
        for (int before = 0; before < part.from(); before++) {
            draws.nextDouble();
        }
        LabelledBatch batch = batch(part);
        pass.tap(
                constants,
                batch,
                scores -> drawn(scores, batch.count(), draws),
                (value, gradient) -> add(value, gradient, turn));
    }

    private void add(String value, INDArray gradient, int turn) {
        Sum sum = byValue.get(value);
        if (sum != null) {
            float[] copy = FloatArrays.copyOf(gradient);
            sum.turns().take(turn, () -> sum.moments().add(copy, gradient.shape()));
        }
    }

    /** One class an image, drawn from the softmax of its scores. */
    private static int[] drawn(float[] scores, int images, UniformRandomProvider draws) {
        int classes = scores.length / images;
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = drawn(scores, i * classes, classes, draws.nextDouble());
        }
        return labels;
    }

    private static int drawn(float[] scores, int from, int classes, double uniform) {
        double best = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            best = Math.max(best, scores[from + c]);
        }
        double total = 0;
        for (int c = 0; c < classes; c++) {
            total += Math.exp(scores[from + c] - best);
        }
        double left = uniform * total;
        for (int c = 0; c < classes - 1; c++) {
            left -= Math.exp(scores[from + c] - best);
            if (left < 0) {
                return c;
            }
        }
        return classes - 1;
    }
}
