package org.driftscope.network.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.ChannelScale;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.Operators;
import org.driftscope.network.op.array.Clamp;
import org.driftscope.network.op.array.Clamps;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.Value;
import org.driftscope.network.run.chain.ElementChains;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/** Turns a network into a plan: slots for its values, batch normalisation and bounds of outputs folded, last uses
 * known. */
final class PlanBuilder {
    private final Network network;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<String, Node> readerOf = new HashMap<>();
    private final Map<Integer, Integer> layerOfNode = new HashMap<>();
    private final Map<Node, Boolean> folded = new HashMap<>();
    private final List<BoundLayer> layers = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    private PlanBuilder(Network network) {
        this.network = network;
    }

    static Plan build(Network network) {
        PlanBuilder builder = new PlanBuilder(network);
        builder.countReaders();
        builder.bindLayers();
        builder.addSteps();
        return builder.plan();
    }

    private void countReaders() {
        network.inputs().forEach(input -> slot(input.name()));
        for (Node node : network.nodes()) {
            for (String input : node.inputs()) {
                readers.merge(input, 1, Integer::sum);
                readerOf.put(input, node);
            }
        }
        network.outputs().forEach(output -> readers.merge(output.name(), 1, Integer::sum));
    }

    private void bindLayers() {
        for (AnalogLayer layer : network.analogLayers()) {
            layerOfNode.put(layer.nodeIndex(), layers.size());
            Node node = network.nodes().get(layer.nodeIndex());
            float beta = layer.op().equals("Gemm") ? node.attributes().real("beta", 1) : 1;
            float[] bias = new float[layer.cols()];
            Tensor given = network.constants().get(layer.biasValue());
            for (int i = 0; given != null && i < bias.length; i++) {
                bias[i] = beta * given.floats()[i];
            }
            boolean plainBias = given != null || !node.hasInput(2);
            ChannelScale scale = plainBias ? normalisationAfter(layer, node) : null;
            Clamp clamp = layer.op().equals("Conv") ? clampAfter(lastFolded(node)) : null;
            layers.add(new BoundLayer(layer, bias, scale, clamp));
        }
    }

    /** The only node that reads a node's output, and does so as its first input. */
    private @Nullable Node onlyReader(Node node) {
        String output = node.outputs().get(0);
        Node next = readerOf.get(output);
        boolean only = next != null
                && readers.getOrDefault(output, 0) == 1
                && next.input(0).equals(output);
        return only ? next : null;
    }

    /** The node whose output a layer's step computes: itself, or the last of those folded into it. */
    private Node lastFolded(Node node) {
        Node next = onlyReader(node);
        return next != null && folded.containsKey(next) ? lastFolded(next) : node;
    }

    /** Of the node that alone reads an output and keeps it within known bounds. */
    private @Nullable Clamp clampAfter(Node node) {
        Node next = onlyReader(node);
        Clamp clamp = next == null ? null : Clamps.of(next, network);
        if (next != null && clamp != null) {
            folded.put(next, true);
        }
        return clamp;
    }

    /** The batch normalisation that alone reads the layer's output, if its settings are constants. */
    private @Nullable ChannelScale normalisationAfter(AnalogLayer layer, Node node) {
        Node next = onlyReader(node);
        if (next == null || !next.op().equals("BatchNormalization")) {
            return null;
        }
        Tensor[] settings = new Tensor[4];
        for (int i = 0; i < settings.length; i++) {
            Tensor constant = network.constants().get(next.input(i + 1));
            if (constant == null || constant.size() != layer.cols()) {
                return null;
            }
            settings[i] = constant;
        }
        folded.put(next, true);
        return ChannelScale.of(settings[0], settings[1], settings[2], settings[3], next.attributes());
    }

    private void addSteps() {
        ElementChains chains = new ElementChains(network, nodesOfLayers());
        for (int i = 0; i < network.nodes().size(); i++) {
            Node node = network.nodes().get(i);
            if (folded.containsKey(node)) {
                continue;
            }
            ElementChains.Chain chain = chains.endingAt(i);
            if (chain != null) {
                int[] entering = slotsOf(chain.inputs());
                steps.add(new Step(node, entering, slotsOf(node.outputs()), Operator.Memory.OWN, -1, chain.operator()));
            } else if (!chains.isWithin(i)) {
                addStep(i, node);
            }
        }
    }

    private void addStep(int index, Node node) {
        Integer layer = layerOfNode.get(index);
        Node end = layer == null ? node : lastFolded(node);
        int[] outputs = slotsOf(end == node ? node.outputs() : end.outputs().subList(0, 1));
        steps.add(new Step(
                node,
                slotsOf(layer == null ? node.inputs() : analogInputs(node)),
                outputs,
                layer == null ? Operators.memory(node.op()) : Operator.Memory.OWN,
                layer == null ? -1 : layer,
                layer == null ? operator(node) : null));
    }

    private Set<Node> nodesOfLayers() {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        layerOfNode.keySet().forEach(i -> nodes.add(network.nodes().get(i)));
        nodes.addAll(folded.keySet());
        return nodes;
    }

    /** An analog layer reads its weights from the plan; a Gemm's unusual third input stays a value. */
    private static List<String> analogInputs(Node node) {
        return node.hasInput(2) && node.op().equals("Gemm")
                ? List.of(node.input(0), "", node.input(2))
                : List.of(node.input(0));
    }

    private Operator operator(Node node) {
        if (!Operators.supports(node.op(), network.opset())) {
            throw new ModelFormatException("The operator " + node.op() + " (opset " + network.opset() + ") of node '"
                    + node.name() + "' is not supported. Export the model with operators of opset "
                    + Operators.OLDEST_OPSET + " or later.");
        }
        return Operators.named(node.op());
    }

    private int slot(String value) {
        return slots.computeIfAbsent(value, name -> {
            values.add(name);
            return values.size() - 1;
        });
    }

    private int[] slotsOf(List<String> names) {
        return names.stream().mapToInt(name -> name.isEmpty() ? -1 : slot(name)).toArray();
    }

    private Plan plan() {
        network.outputs().forEach(output -> slot(output.name()));
        Value[] constants = new Value[values.size()];
        for (int i = 0; i < constants.length; i++) {
            Tensor constant = network.constants().get(values.get(i));
            constants[i] = constant == null ? null : Value.of(constant);
        }
        int[] groups = groups();
        return new Plan(network, steps, values, constants, groups, lastUses(groups), layers);
    }

    private int[] groups() {
        int[] groups = new int[values.size()];
        Arrays.setAll(groups, i -> i);
        for (Step step : steps) {
            if (step.memory() == Operator.Memory.SHARED) {
                groups[step.outputs()[0]] = groups[step.inputs()[0]];
            }
        }
        return groups;
    }

    private int[] lastUses(int[] groups) {
        int[] last = new int[values.size()];
        Arrays.fill(last, -1);
        for (int i = 0; i < steps.size(); i++) {
            for (int[] used : List.of(steps.get(i).inputs(), steps.get(i).outputs())) {
                for (int slot : used) {
                    if (slot >= 0) {
                        last[groups[slot]] = i;
                    }
                }
            }
        }
        for (ValueShape output : network.outputs()) {
            last[groups[slot(output.name())]] = Plan.NEVER;
        }
        return last;
    }
}
