package org.driftscope.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.training.gradient.op.DifferentiableOps;

/**
 * What of a network the reverse pass cannot reach.
 *
 * @param operators without a gradient, sorted
 * @param layers on crossbars whose outputs enter such an operator, in order of execution
 */
public record GradientGaps(List<String> operators, List<String> layers) {
    /** Empty lists where the whole network has gradients. */
    public static GradientGaps of(Network network) {
        List<String> operators = List.copyOf(DifferentiableOps.missing(network));
        if (operators.isEmpty()) {
            return new GradientGaps(List.of(), List.of());
        }
        Set<String> before = new HashSet<>();
        List<Node> nodes = network.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            if (operators.contains(node.op()) || node.outputs().stream().anyMatch(before::contains)) {
                before.addAll(node.inputs());
            }
        }
        List<String> layers = network.analogLayers().stream()
                .filter(layer -> nodes.get(layer.nodeIndex()).outputs().stream().anyMatch(before::contains))
                .map(AnalogLayer::name)
                .toList();
        return new GradientGaps(operators, layers);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return operators.isEmpty();
    }
}
