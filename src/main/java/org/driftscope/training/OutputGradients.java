package org.driftscope.training;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.gradient.FloatArrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Second moments of the gradients of log p at the outputs of analog layers, with classes drawn from the network's own
 * softmax: the output Fisher matrices.
 */
public final class OutputGradients {
    private static final int MOST_IMAGES_AT_ONCE = 20;
    /** Input values of a batch: all activations are held until their gradients are there. */
    private static final int VALUES_AT_ONCE = 1 << 19;

    private final Network network;
    private final ImageBatches batches;
    private final Map<String, GradientMoments> byValue = new LinkedHashMap<>();

    private OutputGradients(Network network, ImageBatches batches, Collection<String> layers) {
        this.network = network;
        this.batches = batches;
        for (AnalogLayer layer : network.analogLayers()) {
            if (layers.contains(layer.name())) {
                Node node = network.nodes().get(layer.nodeIndex());
                byValue.put(node.outputs().get(0), new GradientMoments(layer));
            }
        }
    }

    /**
     * One layer's moments.
     *
     * @param positions of its output, an image
     * @param groups {@code E[g g^T]} over images and positions of each group's outputs, [o, o] and symmetric
     */
    public record Moments(double positions, List<double[]> groups) {}

    /**
     * Gathers moments over all given images.
     *
     * @param images labels are not looked at
     * @param layers names of analog layers
     * @param random draws the classes
     * @return by layer's name, in order of execution
     * @throws org.driftscope.support.ModelFormatException if an operator of the network has no gradient here
     */
    public static Map<String, Moments> collect(
            Network network,
            ImageSource images,
            Preprocessing preprocessing,
            Collection<String> layers,
            RandomSource random,
            Progress progress,
            CancelToken cancel) {
        int pixels = images.channels() * images.height() * images.width();
        int bounded = Math.max(1, Math.min(MOST_IMAGES_AT_ONCE, VALUES_AT_ONCE / pixels));
        int atOnce = network.fixedBatch() > 0 ? network.fixedBatch() : bounded;
        ImageBatches batches = new ImageBatches(images, preprocessing, atOnce, random.child("order"));
        int count = (images.count() + atOnce - 1) / atOnce;
        return new OutputGradients(network, batches, layers).collect(count, random, progress, cancel);
    }

    private Map<String, Moments> collect(int count, RandomSource random, Progress progress, CancelToken cancel) {
        ParameterLayout layout = ParameterLayout.of(
                network,
                network.analogLayers().stream()
                        .map(AnalogLayer::weightValue)
                        .distinct()
                        .toList());
        GradientPass pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        float[] values = layout.read(network);
        try {
            for (int step = 0; step < count; step++) {
                cancel.throwIfCancelled();
                UniformRandomProvider draws =
                        random.child("classes").child(step).generator();
                LabelledBatch drawn = batches.batch(step);
                LabelledBatch batch = pass.fixedBatch() > 0 ? drawn.wrapped(0, pass.fixedBatch()) : drawn;
                int images = batch.count();
                pass.tap(values, batch, scores -> drawn(scores, images, draws), this::add);
                progress.report("Weighing the layers' outputs", step + 1, count);
            }
        } finally {
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        }
        Map<String, Moments> moments = new LinkedHashMap<>();
        byValue.values().forEach(sum -> moments.put(sum.layer().name(), sum.finish()));
        return moments;
    }

    private void add(String value, INDArray gradient) {
        GradientMoments moments = byValue.get(value);
        if (moments != null) {
            moments.add(FloatArrays.copyOf(gradient), gradient.shape());
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
