package org.driftscope.training;

import java.util.HashMap;
import java.util.Map;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.training.gradient.BatchMoments;

/** Follows what batch norms see while training, as exponential averages: {@code s = (1 - a) s + a seen}. */
final class RunningStatistics {
    private static final float RATE = 0.05f;

    private final Map<String, BatchMoments> averages = new HashMap<>();

    void observe(Map<String, BatchMoments> seen) {
        seen.forEach((node, moments) -> averages.merge(
                node, moments, (old, fresh) -> old.scaled(1 - RATE).plus(fresh.scaled(RATE))));
    }

    /** Replaces running means and variances among a network's constants. */
    void putInto(Map<String, Tensor> constants, Network network) {
        for (Node node : network.nodes()) {
            BatchMoments average = averages.get(node.name());
            if (average != null) {
                constants.put(node.input(3), Tensor.floats(average.mean(), average.mean().length));
                constants.put(node.input(4), Tensor.floats(average.variance(), average.variance().length));
            }
        }
    }
}
