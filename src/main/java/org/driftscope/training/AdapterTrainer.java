package org.driftscope.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.Gradients;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.ParameterLayout;
import org.driftscope.training.pass.ShardedGradient;

/** Trains DoRA adapters of several layers end to end on labelled images; weights on the chip and batch norm stay. */
public final class AdapterTrainer {
    private static final int BATCH = 100;

    private final Network drifted;
    private final ParameterLayout layout;
    private final List<Part> parts = new ArrayList<>();
    private int size;

    private record Part(AnalogLayer layer, DoraWeights weights, int offset, int weightOffset) {}

    /**
     * What was found for a layer.
     *
     * @param rank of A and B
     * @param a row-major [rows, groups*rank]
     * @param b row-major [rank, cols]
     * @param magnitude length cols
     */
    public record Trained(int rank, float[] a, float[] b, float[] magnitude) {}

    /**
     * @param drifted the network as its chip computes it; not modified
     * @param weights drifted weights of the layers that get an adapter, [rows, cols], by layer's name
     * @param rank capped at each layer's own limit
     */
    public AdapterTrainer(Network drifted, Map<String, WeightMatrix> weights, int rank) {
        this.drifted = drifted;
        List<AnalogLayer> layers = drifted.analogLayers().stream()
                .filter(layer -> weights.containsKey(layer.name()))
                .toList();
        this.layout = ParameterLayout.of(
                drifted, layers.stream().map(AnalogLayer::weightValue).toList());
        for (AnalogLayer layer : layers) {
            DoraWeights dora = new DoraWeights(drifted.weights(layer), rank, layer.groups());
            int weightOffset = layout.entries().get(parts.size()).offset();
            parts.add(new Part(layer, dora, size, weightOffset));
            size += dora.size();
        }
    }

    /**
     * Cross-entropy and Adam.
     *
     * @param learningRate constant, e.g. 1e-3
     * @param steps batches of up to 100 images
     * @param random draws A and the order of images
     * @return by layer's name
     */
    public Map<String, Trained> train(
            double learningRate,
            int steps,
            ImageSource images,
            Preprocessing preprocessing,
            RandomSource random,
            Progress progress,
            CancelToken cancel) {
        float[] parameters = new float[size];
        for (Part part : parts) {
            part.weights()
                    .startInPlace(
                            parameters, part.offset(), random.child(part.layer().name()));
        }
        ImageBatches batches = new ImageBatches(images, preprocessing, BATCH, random);
        GradientPass pass = new GradientPass(drifted, layout, BatchNormMode.FROZEN, 0);
        Adam adam = new Adam(size);
        float[] weights = new float[layout.size()];
        float[] gradient = new float[size];
        try (ShardedGradient sharded = new ShardedGradient(pass, 1)) {
            for (int step = 0; step < steps; step++) {
                cancel.throwIfCancelled();
                fillWeights(parameters, weights);
                Gradients byWeights = sharded.run(weights, batches.batch(step));
                for (Part part : parts) {
                    float[] own =
                            WeightTensors.gradient(drifted, part.layer(), byWeights.parameters(), part.weightOffset());
                    part.weights().gradient(parameters, part.offset(), own, gradient);
                }
                adam.stepInPlace(parameters, gradient, learningRate);
                progress.report(String.format(Locale.ROOT, "Training, loss %.3f", byWeights.loss()), step + 1, steps);
            }
        }
        return result(parameters);
    }

    private void fillWeights(float[] parameters, float[] weights) {
        for (Part part : parts) {
            float[] own = part.weights().weights(parameters, part.offset());
            WeightTensors.copy(drifted, part.layer(), own, weights, part.weightOffset());
        }
    }

    private Map<String, Trained> result(float[] parameters) {
        Map<String, Trained> result = new LinkedHashMap<>();
        for (Part part : parts) {
            int b = part.offset() + part.weights().sizeOfA();
            int m = b + part.weights().sizeOfB();
            result.put(
                    part.layer().name(),
                    new Trained(
                            part.weights().rank(),
                            Arrays.copyOfRange(parameters, part.offset(), b),
                            Arrays.copyOfRange(parameters, b, m),
                            Arrays.copyOfRange(
                                    parameters,
                                    m,
                                    part.offset() + part.weights().size())));
        }
        return result;
    }
}
