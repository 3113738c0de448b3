package org.driftscope.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.crossbar.WeightMatrix;

/**
 * A network whose analog layers have the weights and biases that a chip gives them: an ordinary network, for programs that
 * know nothing of chips. What is not changed is the same.
 */
public final class ChangedNetwork {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> owners = new HashMap<>();

    private ChangedNetwork(Network network) {
        this.constants = new HashMap<>(network.constants());
        names.addAll(constants.keySet());
        network.nodes().forEach(node -> {
            names.addAll(node.outputs());
            node.inputs().forEach(input -> uses.merge(input, 1, Integer::sum));
        });
        network.inputs().forEach(input -> names.add(input.name()));
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
                changed.nodes.add(network.nodes().get(i));
            } else {
                changed.add(layer, network.nodes().get(i), change);
            }
        }
        return network.withNodes(changed.nodes, changed.constants).withUsedConstants();
    }

    private void add(AnalogLayer layer, Node node, LayerChange change) {
        Map<String, Object> attributes = new HashMap<>(node.attributes().asMap());
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(1, instead(layer.weightValue(), layer.name() + ".weight", weights(layer, node, change.weights())));
        // a Gemm's alpha is in the weights of its crossbar already
        attributes.remove("alpha");
        float[] added = change.addedBias();
        if (added.length == 0) {
            nodes.add(new Node(node.name(), node.op(), inputs, node.outputs(), Attributes.of(attributes)));
        } else if (node.op().equals("Conv")
                || (node.op().equals("Gemm") && !layer.biasValue().isEmpty())) {
            Tensor bias = Tensor.floats(bias(layer, node, added), added.length);
            attributes.remove("beta");
            List<String> all = new ArrayList<>(inputs.subList(0, 2));
            all.add(instead(layer.biasValue(), layer.name() + ".bias", bias));
            nodes.add(new Node(node.name(), node.op(), all, node.outputs(), Attributes.of(attributes)));
        } else {
            String before = name(node.outputs().get(0) + ".before_bias");
            nodes.add(new Node(node.name(), node.op(), inputs, List.of(before), Attributes.of(attributes)));
            String bias = constant(layer.name() + ".bias", Tensor.floats(added.clone(), added.length));
            nodes.add(new Node(
                    name(layer.name() + ".add_bias"), "Add", List.of(before, bias), node.outputs(), Attributes.none()));
        }
    }

    /** As the operator wants them. */
    private Tensor weights(AnalogLayer layer, Node node, WeightMatrix matrix) {
        Tensor own = constants.get(layer.weightValue());
        if (own == null) {
            throw new IllegalArgumentException("no constant " + layer.weightValue() + " for layer " + layer.name());
        }
        boolean outputsFirst = layer.op().equals("Conv") || node.attributes().integer("transB", 0) != 0;
        float[] values = outputsFirst ? transposed(matrix) : matrix.values().clone();
        return Tensor.floats(values, own.shape());
    }

    private float[] bias(AnalogLayer layer, Node node, float[] added) {
        float[] bias = added.clone();
        Tensor own = constants.get(layer.biasValue());
        float beta = layer.op().equals("Gemm") ? node.attributes().real("beta", 1) : 1;
        for (int i = 0; own != null && i < bias.length; i++) {
            bias[i] += beta * own.floats()[i];
        }
        return bias;
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
            return constant(otherwise, tensor);
        }
        constants.put(own, tensor);
        return own;
    }

    private String constant(String wanted, Tensor tensor) {
        String name = name(wanted);
        constants.put(name, tensor);
        return name;
    }

    /** A name that nothing has; the wanted one where it is free. */
    private String name(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }
}
