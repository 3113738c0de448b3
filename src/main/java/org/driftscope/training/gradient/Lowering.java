package org.driftscope.training.gradient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;

/**
 * Writes operators that have no gradient of their own in terms of those that have: sums of many as sums of two, a split as
 * slices, normalisations as {@link #NORMALIZE} with a product and a sum. Values keep their names.
 */
public final class Lowering {
    /** Our own operator: contiguous groups of elements to mean 0 and variance 1. */
    public static final String NORMALIZE = "driftscope.Normalize";

    /** Our own operator: one output of a Split. */
    public static final String PART = "driftscope.Part";

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Tensor> added = new HashMap<>();
    private final Network network;

    private Lowering(Network network) {
        this.network = network;
    }

    /**
     * What training runs through.
     *
     * @param nodes in topological order
     * @param constants those that the network has not, by name
     */
    public record Lowered(List<Node> nodes, Map<String, Tensor> constants) {}

    /** The same function as a network's nodes. */
    public static Lowered of(Network network) {
        Lowering lowering = new Lowering(network);
        network.nodes().forEach(lowering::lower);
        return new Lowered(List.copyOf(lowering.nodes), Map.copyOf(lowering.added));
    }

    private void lower(Node node) {
        switch (node.op()) {
            case "Sum" -> folded(node, "Add");
            case "Max", "Min" -> folded(node, node.op());
            case "Mean" -> mean(node);
            case "Split" -> split(node);
            case "LayerNormalization" -> layer(node, 1);
            case "RMSNormalization" -> layer(node, 0);
            case "InstanceNormalization" -> channels(node, 0);
            case "GroupNormalization" -> channels(node, node.attributes().integer("num_groups", 1));
            case "ReduceSumSquare" -> reduced(node, "Mul", "ReduceSum", "");
            case "ReduceL2" -> reduced(node, "Mul", "ReduceSum", "Sqrt");
            case "ReduceL1" -> reduced(node, "Abs", "ReduceSum", "");
            case "ReduceLogSum" -> reduced(node, "", "ReduceSum", "Log");
            case "ReduceMin" -> reduced(node, "Neg", "ReduceMax", "Neg");
            default -> nodes.add(node);
        }
    }

    private void add(String op, Map<String, Object> attributes, String output, String... inputs) {
        nodes.add(new Node(output, op, List.of(inputs), List.of(output), Attributes.of(attributes)));
    }

    /** Two at a time. */
    private void folded(Node node, String op) {
        String output = node.outputs().get(0);
        String sum = node.input(0);
        if (node.inputs().size() == 1) {
            add("Identity", Map.of(), output, sum);
        }
        for (int i = 1; i < node.inputs().size(); i++) {
            String next = i == node.inputs().size() - 1 ? output : output + "/partial " + i;
            add(op, Map.of(), next, sum, node.input(i));
            sum = next;
        }
    }

    private void mean(Node node) {
        String output = node.outputs().get(0);
        String sum = output + "/sum";
        folded(new Node(node.name(), "Sum", node.inputs(), List.of(sum), node.attributes()), "Add");
        added.put(output + "/count", Tensor.floats(new float[] {node.inputs().size()}, 1));
        add("Div", Map.of(), output, sum, output + "/count");
    }

    /** One node a part, each with all settings of the split. */
    private void split(Node node) {
        for (int i = 0; i < node.outputs().size(); i++) {
            if (!node.outputs().get(i).isEmpty()) {
                Map<String, Object> settings = new HashMap<>(node.attributes().asMap());
                settings.put("part", (long) i);
                settings.put("parts", (long) node.outputs().size());
                String output = node.outputs().get(i);
                nodes.add(new Node(output, PART, node.inputs(), List.of(output), Attributes.of(settings)));
            }
        }
    }

    /** @param centres 1 where the mean is taken off */
    private void layer(Node node, long centres) {
        String output = node.outputs().get(0);
        Map<String, Object> settings = Map.of(
                "centres",
                centres,
                "axis",
                node.attributes().integer("axis", -1),
                "epsilon",
                node.attributes().real("epsilon", 1e-5f));
        affine(node, output, settings, node.input(1), node.hasInput(2) ? node.input(2) : "");
    }

    private void affine(Node node, String output, Map<String, Object> settings, String scale, String bias) {
        add(NORMALIZE, settings, output + "/normed", node.input(0));
        add("Mul", Map.of(), bias.isEmpty() ? output : output + "/scaled", output + "/normed", scale);
        if (!bias.isEmpty()) {
            add("Add", Map.of(), output, output + "/scaled", bias);
        }
    }

    /** @param groups 0 for one a channel */
    private void channels(Node node, long groups) {
        add(
                NORMALIZE,
                Map.of("groups", groups, "epsilon", node.attributes().real("epsilon", 1e-5f)),
                node.outputs().get(0),
                node.input(0),
                node.input(1),
                node.input(2));
    }

    /** @param before of each element, Mul with itself, or "" for nothing @param after of each result */
    private void reduced(Node node, String before, String reduction, String after) {
        String output = node.outputs().get(0);
        String[] element =
                before.equals("Mul") ? new String[] {node.input(0), node.input(0)} : new String[] {node.input(0)};
        List<String> inputs = new ArrayList<>(node.inputs());
        if (!before.isEmpty()) {
            add(before, Map.of(), output + "/elements", element);
            inputs.set(0, output + "/elements");
        }
        String result = after.isEmpty() ? output : output + "/reduced";
        nodes.add(new Node(node.name(), reduction, inputs, List.of(result), node.attributes()));
        if (!after.isEmpty()) {
            add(after, Map.of(), output, result);
        }
    }
}
