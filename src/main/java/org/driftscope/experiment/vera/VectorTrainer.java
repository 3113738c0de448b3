package org.driftscope.experiment.vera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.driftscope.adapter.VectorSet;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.Adam;
import org.driftscope.training.WeightTensors;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.Gradients;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.ParameterLayout;
import org.driftscope.training.pass.ShardedGradient;

/**
 * Trains the vectors of several layers end to end on labelled images, with another drifted chip behind them at every step; the frozen
 * matrices, the chips' weights and batch norm stay.
 */
public final class VectorTrainer {
    private static final int BATCH = 100;

    private final Network network;
    private final ParameterLayout layout;
    private final List<Part> parts = new ArrayList<>();
    private final int size;
    private final int threads;

    /** A layer that is trained. @param offset of its numbers @param weightOffset of its weights */
    private record Part(AnalogLayer layer, VectorWeights weights, VectorSet start, int offset, int weightOffset) {}

    /**
     * @param network the clean one; not modified
     * @param start a set of each layer to train, by its name
     * @param seed of the frozen matrices
     * @param threads that share a batch
     */
    public VectorTrainer(Network network, Map<String, VectorSet> start, long seed, int threads) {
        this.network = network;
        this.threads = threads;
        List<AnalogLayer> layers = network.analogLayers().stream()
                .filter(layer -> start.containsKey(layer.name()))
                .toList();
        this.layout = ParameterLayout.of(
                network, layers.stream().map(AnalogLayer::weightValue).toList());
        int numbers = 0;
        for (AnalogLayer layer : layers) {
            VectorSet set = require(start, layer.name());
            VectorWeights weights =
                    new VectorWeights(set.d().length, layer.rows(), layer.cols(), set.gain().length > 0, seed);
            parts.add(new Part(
                    layer,
                    weights,
                    set,
                    numbers,
                    layout.entries().get(parts.size()).offset()));
            numbers += weights.size();
        }
        this.size = numbers;
    }

    /**
     * Cross-entropy and Adam.
     *
     * @param chips drifted weights of all these layers by name, [rows, cols], of the chip of a step
     * @param learningRate constant, e.g. 1e-3
     * @param steps batches of up to 100 images
     * @param random draws the order of images
     * @return by layer's name
     */
    public Map<String, VectorSet> train(
            IntFunction<Map<String, WeightMatrix>> chips,
            double learningRate,
            int steps,
            ImageSource images,
            Preprocessing preprocessing,
            RandomSource random,
            Progress progress,
            CancelToken cancel) {
        float[] numbers = new float[size];
        parts.forEach(part -> part.weights().startInPlace(part.start(), numbers, part.offset()));
        ImageBatches batches = new ImageBatches(images, preprocessing, BATCH, random);
        GradientPass pass = new GradientPass(network, layout, BatchNormMode.FROZEN, 0);
        Adam adam = new Adam(size);
        float[] weights = new float[layout.size()];
        float[] gradient = new float[size];
        try (ShardedGradient sharded = new ShardedGradient(pass, threads)) {
            for (int step = 0; step < steps; step++) {
                cancel.throwIfCancelled();
                Map<String, WeightMatrix> drifted = chips.apply(step);
                for (Part part : parts) {
                    WeightMatrix own = require(drifted, part.layer().name());
                    float[] values = part.weights().weights(numbers, part.offset(), own);
                    WeightTensors.copy(network, part.layer(), values, weights, part.weightOffset());
                }
                Gradients byWeights = sharded.run(weights, batches.batch(step));
                for (Part part : parts) {
                    float[] own =
                            WeightTensors.gradient(network, part.layer(), byWeights.parameters(), part.weightOffset());
                    part.weights()
                            .gradientInPlace(
                                    numbers,
                                    part.offset(),
                                    require(drifted, part.layer().name()),
                                    own,
                                    gradient);
                }
                adam.stepInPlace(numbers, gradient, learningRate);
                progress.report(String.format(Locale.ROOT, "Training, loss %.3f", byWeights.loss()), step + 1, steps);
            }
        }
        Map<String, VectorSet> trained = new LinkedHashMap<>();
        parts.forEach(part ->
                trained.put(part.layer().name(), part.weights().set(part.start().age(), numbers, part.offset())));
        return trained;
    }

    private static <V> V require(Map<String, V> values, String layer) {
        V value = values.get(layer);
        if (value == null) {
            throw new IllegalArgumentException("nothing of layer " + layer);
        }
        return value;
    }
}
