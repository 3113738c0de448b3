package org.driftscope.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.support.CancelToken;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.Progress;
import org.driftscope.support.RandomSource;
import org.driftscope.training.gradient.BatchMoments;
import org.driftscope.training.gradient.BatchNormMode;
import org.driftscope.training.pass.GradientPass;
import org.driftscope.training.pass.ImageBatches;
import org.driftscope.training.pass.LabelledBatch;
import org.driftscope.training.pass.ParameterLayout;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Re-estimates mean and variance of every batch norm on a few images. Images run in batch-statistics mode, so each batch
 * norm sees what the ones before it normalised with the new statistics; several batches are pooled.
 */
public final class BatchNormRecalibration {
    private static final int MOST_IMAGES_AT_ONCE = 100;
    /** Pixel values of a batch; all activations of a batch are held at once. */
    private static final int VALUES_AT_ONCE = 1 << 20;

    private BatchNormRecalibration() {}

    /** Constants that it replaces: a mean and a variance for each channel of each batch norm. */
    public static long parameters(Network network) {
        return batchNorms(network).stream()
                .flatMap(node -> List.of(node.input(3), node.input(4)).stream())
                .distinct()
                .map(network.constants()::get)
                .mapToLong(tensor -> tensor == null ? 0 : tensor.size())
                .sum();
    }

    /** Why a network cannot be corrected so; empty where it can. */
    public static Optional<String> refusal(Network network) {
        return batchNorms(network).isEmpty()
                ? Optional.of(
                        network.name()
                                + " has no BatchNormalization: it was folded into the weights when the model was exported, so there"
                                + " are no statistics to re-estimate. Use another method, or export the model in training mode.")
                : Optional.empty();
    }

    /**
     * The network with new statistics.
     *
     * @param drifted the network as its chip computes it; not modified
     * @param images labels are not looked at
     * @param random the order of the images where they are more than a batch
     * @throws DriftscopeException if the network has no batch norm left
     */
    public static Network run(
            Network drifted,
            ImageSource images,
            Preprocessing preprocessing,
            RandomSource random,
            Progress progress,
            CancelToken cancel) {
        refusal(drifted).ifPresent(sentence -> {
            throw new DriftscopeException(sentence);
        });
        GradientPass pass = new GradientPass(drifted, new ParameterLayout(List.of()), BatchNormMode.TRAINING, 0);
        int pixels = images.channels() * images.height() * images.width();
        int fixed = pass.fixedBatch();
        int size = fixed > 0 ? fixed : Math.max(1, Math.min(MOST_IMAGES_AT_ONCE, VALUES_AT_ONCE / pixels));
        ImageBatches batches = new ImageBatches(images, preprocessing, size, random);
        int count = Math.max(1, images.count() / size);
        Map<String, PooledMoments> pooled = new HashMap<>();
        try {
            for (int step = 0; step < count; step++) {
                cancel.throwIfCancelled();
                pass.moments(new float[0], full(batches.batch(step), fixed))
                        .forEach(
                                (node, seen) -> pooled.computeIfAbsent(node, n -> new PooledMoments(seen.mean().length))
                                        .add(seen));
                progress.report("Re-estimating batch norm", step + 1, count);
            }
        } finally {
            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
        }
        return withStatistics(drifted, pooled);
    }

    private static LabelledBatch full(LabelledBatch batch, int fixed) {
        return fixed > 0 ? batch.wrapped(0, fixed) : batch;
    }

    private static Network withStatistics(Network drifted, Map<String, PooledMoments> pooled) {
        Map<String, Tensor> constants = new HashMap<>(drifted.constants());
        for (Node node : batchNorms(drifted)) {
            PooledMoments moments = pooled.get(node.name());
            if (moments != null) {
                BatchMoments seen = moments.mean();
                requireFinite(node, seen);
                constants.put(node.input(3), Tensor.floats(seen.mean(), seen.mean().length));
                constants.put(node.input(4), Tensor.floats(seen.variance(), seen.variance().length));
            }
        }
        return drifted.withConstants(constants);
    }

    private static void requireFinite(Node node, BatchMoments seen) {
        double sum = 0;
        for (int i = 0; i < seen.mean().length; i++) {
            sum += Math.abs((double) seen.mean()[i]) + seen.variance()[i];
        }
        if (!Double.isFinite(sum)) {
            throw new DriftscopeException("The statistics of batch norm " + node.name()
                    + " are not finite, so it cannot be re-estimated; check preprocessing and images.");
        }
    }

    private static List<Node> batchNorms(Network network) {
        return network.nodes().stream()
                .filter(node -> node.op().equals("BatchNormalization"))
                .toList();
    }
}
