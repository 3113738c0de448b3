package org.driftscope.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph that is written anew node by node, beside the constants of the one it comes from. */
public final class GraphEdit {
    private final Network network;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants;
    private final Set<String> names = new HashSet<>();

    public GraphEdit(Network network) {
        this.network = network;
        this.constants = new HashMap<>(network.constants());
        names.addAll(constants.keySet());
        network.nodes().forEach(node -> names.addAll(node.outputs()));
        network.inputs().forEach(input -> names.add(input.name()));
    }

    public void add(Node node) {
        nodes.add(node);
    }

    /** Adds a node of one output. @return the output's name, the wanted one where it is free */
    public String add(String op, String output, Attributes attributes, String... inputs) {
        String name = free(output);
        nodes.add(new Node(name, op, List.of(inputs), List.of(name), attributes));
        return name;
    }

    /** A new constant. @return its name, the wanted one where it is free */
    public String constant(String wanted, Tensor tensor) {
        String name = free(wanted);
        constants.put(name, tensor);
        return name;
    }

    /** Gives a constant another value. */
    public void replace(String name, Tensor tensor) {
        constants.put(name, tensor);
    }

    /** A name that nothing has; the wanted one where it is free. */
    public String free(String wanted) {
        String name = wanted;
        for (int n = 2; !names.add(name); n++) {
            name = wanted + "_" + n;
        }
        return name;
    }

    /** How a layer's weights lie in their constant. */
    public long[] weightShape(AnalogLayer layer) {
        Tensor weight = constants.get(layer.weightValue());
        if (weight == null) {
            throw new IllegalArgumentException("no constant " + layer.weightValue() + " for layer " + layer.name());
        }
        return weight.shape();
    }

    /** The layer's own bias, as its operator scales it, and another; one number an output. */
    public float[] biasPlus(AnalogLayer layer, Node node, float[] added) {
        float[] bias = added.clone();
        Tensor own = constants.get(layer.biasValue());
        float beta = layer.op().equals("Gemm") ? node.attributes().real("beta", 1) : 1;
        for (int i = 0; own != null && i < bias.length; i++) {
            bias[i] += beta * own.floats()[i];
        }
        return bias;
    }

    /** The graph of the nodes added, with the constants that they use. */
    public Network network() {
        return network.withNodes(nodes, constants).withUsedConstants();
    }
}
