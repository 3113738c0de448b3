package org.driftscope.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;

/**
 * A network whose analog layers have the weights and biases that a chip gives them: an ordinary network, for programs that
 * know nothing of chips. What is not changed is the same.
 */
public final class ChangedNetwork {
    private final GraphEdit graph;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();

    private ChangedNetwork(Network network) {
        this.graph = new GraphEdit(network);
        network.nodes().forEach(node -> node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum)));
        // an alias is one use of its constant, however many layers use the alias
        network.analogLayers().forEach(layer -> {
            owners.merge(layer.weightValue(), 1, Integer::sum);
            owners.merge(layer.biasValue(), 1, Integer::sum);
        });
    }

    /**
     * @param changes by analog layer's name; layers without one stay as they are. How a crossbar is read, such as its noise
     *     and its converters, is not part of weights and left out
     */
    public static Network of(Network network, Map<String, LayerChange> changes) {
        ChangedNetwork changed = new ChangedNetwork(network);
        Map<Integer, AnalogLayer> layers = new HashMap<>();
        network.analogLayers().forEach(layer -> layers.put(layer.nodeIndex(), layer));
        for (int i = 0; i < network.nodes().size(); i++) {
            AnalogLayer layer = layers.get(i);
            LayerChange change = layer == null ? null : changes.get(layer.name());
            if (layer == null || change == null) {
                changed.graph.add(network.nodes().get(i));
            } else {
                changed.add(layer, network.nodes().get(i), change);
            }
        }
        return changed.graph.network();
    }

    private void add(AnalogLayer layer, Node node, LayerChange change) {
        Map<String, Object> attributes = new HashMap<>(node.attributes().asMap());
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(1, instead(layer.weightValue(), layer.name() + ".weight", weights(layer, node, change.weights())));
        // a Gemm's alpha is in the weights of its crossbar already
        attributes.remove("alpha");
        float[] added = change.addedBias();
        if (added.length == 0) {
            graph.add(new Node(node.name(), node.op(), inputs, node.outputs(), Attributes.of(attributes)));
        } else if (node.op().equals("Conv")
                || (node.op().equals("Gemm") && !layer.biasValue().isEmpty())) {
            Tensor bias = Tensor.floats(graph.biasPlus(layer, node, added), added.length);
            attributes.remove("beta");
            List<String> all = new ArrayList<>(inputs.subList(0, 2));
            all.add(instead(layer.biasValue(), layer.name() + ".bias", bias));
            graph.add(new Node(node.name(), node.op(), all, node.outputs(), Attributes.of(attributes)));
        } else {
            String before = graph.free(node.outputs().get(0) + ".before_bias");
            graph.add(new Node(node.name(), node.op(), inputs, List.of(before), Attributes.of(attributes)));
            String bias = graph.constant(layer.name() + ".bias", Tensor.floats(added.clone(), added.length));
            graph.add(new Node(
                    graph.free(layer.name() + ".add_bias"),
                    "Add",
                    List.of(before, bias),
                    node.outputs(),
                    Attributes.none()));
        }
    }

    /** As the operator wants them. */
    private Tensor weights(AnalogLayer layer, Node node, WeightMatrix matrix) {
        boolean outputsFirst = layer.op().equals("Conv") || node.attributes().integer("transB", 0) != 0;
        float[] values = outputsFirst ? transposed(matrix) : matrix.values().clone();
        return Tensor.floats(values, graph.weightShape(layer));
    }

    /** [cols, rows] row-major. */
    private static float[] transposed(WeightMatrix matrix) {
        float[] out = new float[matrix.values().length];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int col = 0; col < matrix.cols(); col++) {
                out[col * matrix.rows() + row] = matrix.at(row, col);
            }
        }
        return out;
    }

    /** Keeps the constant's name where nothing else uses it, so that layers keep theirs. */
    private String instead(String own, String otherwise, Tensor tensor) {
        if (uses.getOrDefault(own, 0) != 1 || owners.getOrDefault(own, 0) != 1) {
            return graph.constant(otherwise, tensor);
        }
        graph.replace(own, tensor);
        return own;
    }
}
