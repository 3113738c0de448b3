package org.driftscope.network.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.jspecify.annotations.Nullable;

/** Every value of a network for an input of a given shape: found by walking the graph once, without computing it. */
public final class Outlines {
    /** Elements up to which constants are carried through arithmetic on shapes. */
    private static final int SMALL = 1 << 12;

    private final ValueLimit limit;
    private final int opset;
    private final Map<String, Outline> values = new HashMap<>();

    private Outlines(int opset, ValueLimit limit) {
        this.opset = opset;
        this.limit = limit;
    }

    /**
     * Walks over a network.
     *
     * @param inputShape of its first input, the batch included
     * @throws OutlineFailure at the first node that cannot run on what enters it, or gives more than the limit
     */
    public static Outlines of(Network network, long[] inputShape, ValueLimit limit) {
        String input = network.inputs().get(0).name();
        return of(network, Map.of(input, Outline.of(Tensor.Type.FLOAT, inputShape.clone())), limit);
    }

    /** As {@link #of(Network, long[], ValueLimit)}, for inputs of any type. @param inputs by name */
    public static Outlines of(Network network, Map<String, Outline> inputs, ValueLimit limit) {
        Outlines outlines = new Outlines(network.opset(), limit);
        network.constants().forEach((name, tensor) -> outlines.values.put(name, Outline.of(tensor)));
        outlines.values.putAll(inputs);
        network.nodes().forEach(outlines::visit);
        return outlines;
    }

    /**
     * What a node makes of constants.
     *
     * @return one outline an output
     * @throws OutlineFailure if it cannot run on them, or gives more than the limit
     */
    public static List<Outline> ofConstants(Node node, int opset, Map<String, Tensor> constants, ValueLimit limit) {
        Outlines outlines = new Outlines(opset, limit);
        for (String input : node.inputs()) {
            Tensor tensor = constants.get(input);
            if (tensor != null) {
                outlines.values.put(input, Outline.of(tensor));
            }
        }
        return outlines.outputs(node);
    }

    /** @throws NoSuchElementException if there is no such value */
    public Outline value(String name) {
        Outline value = values.get(name);
        if (value == null) {
            throw new NoSuchElementException("no value " + name);
        }
        return value;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    private void visit(Node node) {
        List<Outline> outputs = outputs(node);
        List<Tensor> contents = contents(node, outputs);
        for (int i = 0; i < node.outputs().size(); i++) {
            String name = node.outputs().get(i);
            if (name.isEmpty()) {
                continue;
            }
            if (i >= outputs.size()) {
                throw new OutlineFailure(node, "has an output " + i + ", which is not supported");
            }
            values.put(name, i < contents.size() ? Outline.of(contents.get(i)) : outputs.get(i));
        }
    }

    private List<Outline> outputs(Node node) {
        List<@Nullable Outline> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            Outline input = values.get(name);
            if (input == null && !name.isEmpty()) {
                throw new OutlineFailure(node, "needs the value '" + name + "', which is not computed before it");
            }
            inputs.add(input);
        }
        List<Outline> outputs = OutlineRules.of(node.op(), new OutlineCall(node, opset, inputs));
        outputs.forEach(output -> limit.require(node, output));
        return outputs;
    }

    /** The outputs' elements where all inputs are known and there are few of them; else nothing. */
    private List<Tensor> contents(Node node, List<Outline> outputs) {
        Map<String, Tensor> known = new HashMap<>();
        for (String name : node.inputs()) {
            Outline input = values.get(name);
            if (input != null && input.content() != null) {
                known.put(name, input.content());
            } else if (!name.isEmpty()) {
                return List.of();
            }
        }
        boolean few = outputs.stream().allMatch(output -> output.size() <= SMALL);
        return few ? NodeEvaluation.run(node, opset, known) : List.of();
    }
}
