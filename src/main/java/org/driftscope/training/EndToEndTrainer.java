package org.driftscope.training;

import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Network;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.BatchSource;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.ParameterLayout;

/**
 * The conventional baseline: back-propagation through the whole network on labelled images, cross-entropy, Adam, batch
 * norm frozen. On a chip it rewrites every cell it trains.
 */
public final class EndToEndTrainer {
    private static final int BATCH = 100;

    private final double learningRate;
    private final int steps;

    /**
     * @param learningRate constant, e.g. 1e-4
     * @param steps batches of up to 100 images
     */
    public EndToEndTrainer(double learningRate, int steps) {
        this.learningRate = learningRate;
        this.steps = steps;
    }

    /**
     * Trains on all given images.
     *
     * @param drifted the network as its chip computes it; not modified
     * @param layout what is trained, e.g. {@link ParameterLayout#trainable(Network)}
     * @param random draws the order of images where there are more than a batch
     */
    public Network train(
            Network drifted,
            ParameterLayout layout,
            ImageSource images,
            Preprocessing preprocessing,
            RandomSource random,
            Progress progress,
            CancelToken cancel) {
        BatchSource batches = new ImageBatches(images, preprocessing, BATCH, random);
        TrainingPlan plan = new TrainingPlan(steps, LearningRate.constant(learningRate), BatchNormMode.FROZEN, 0, 1);
        return new NetworkTrainer(plan).train(drifted, layout, new Adam(layout.size()), batches, progress, cancel);
    }
}
