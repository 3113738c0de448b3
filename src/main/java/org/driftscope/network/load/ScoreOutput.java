package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.ValueShape;

/**
 * Finds the class scores of networks that end in a decision: where the first output is the place of the largest score, or the
 * largest few, the scores that it was taken from are the output instead.
 */
public final class ScoreOutput {
    private static final Set<String> DECIDING = Set.of("ArgMax", "TopK");
    /** What exporters put after a decision. */
    private static final Set<String> PASSING = Set.of("Identity", "Cast", "Squeeze", "Unsqueeze", "Reshape", "Flatten");

    private ScoreOutput() {}

    /** The same network with scores as its first output; itself where that is no decision. */
    public static Network of(Network network) {
        Map<String, Node> makers = new HashMap<>();
        network.nodes().forEach(node -> node.outputs().forEach(output -> makers.put(output, node)));
        Node node = makers.get(network.outputs().get(0).name());
        while (node != null && PASSING.contains(node.op())) {
            node = makers.get(node.input(0));
        }
        if (node == null || !DECIDING.contains(node.op())) {
            return network;
        }
        List<ValueShape> outputs = new ArrayList<>(network.outputs());
        outputs.set(0, new ValueShape(node.input(0), List.of()));
        return network.withOutputs(outputs);
    }
}
