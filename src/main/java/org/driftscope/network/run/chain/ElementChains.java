package org.driftscope.network.run.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.Operators;
import org.driftscope.network.op.array.Operator;
import org.driftscope.network.op.array.RowFunction;
import org.jspecify.annotations.Nullable;

/** The chains of element-wise operators in a graph. */
public final class ElementChains {
    private static final Map<String, RowFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("Add", RowFunction.ADD),
            Map.entry("Sum", RowFunction.ADD),
            Map.entry("Sub", RowFunction.SUBTRACT),
            Map.entry("Mul", RowFunction.MULTIPLY),
            Map.entry("Div", RowFunction.DIVIDE),
            Map.entry("Pow", RowFunction.POWER),
            Map.entry("Min", RowFunction.MINIMUM),
            Map.entry("Max", RowFunction.MAXIMUM),
            Map.entry("Sqrt", RowFunction.SQUARE_ROOT),
            Map.entry("Erf", RowFunction.ERROR_FUNCTION),
            Map.entry("Relu", RowFunction.POSITIVE_PART),
            Map.entry("Neg", RowFunction.NEGATIVE),
            Map.entry("Abs", RowFunction.ABSOLUTE),
            Map.entry("Reciprocal", RowFunction.RECIPROCAL));

    private final List<Node> nodes;
    private final Map<String, Set<Integer>> readers = new HashMap<>();
    private final Set<String> outputs = new HashSet<>();
    /** By node, the last node of the chain that it is part of, or -1. */
    private final int[] ends;

    private final Map<Integer, List<Integer>> membersOf = new HashMap<>();

    /** Several nodes that run as one. @param inputs names of the values that enter */
    public record Chain(List<String> inputs, Operator operator) {}

    /** Chains of a network's nodes, but for those that are run otherwise. */
    public ElementChains(Network network, Set<Node> apart) {
        this.nodes = network.nodes();
        this.ends = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            for (String input : nodes.get(i).inputs()) {
                readers.computeIfAbsent(input, name -> new HashSet<>()).add(i);
            }
        }
        for (ValueShape output : network.outputs()) {
            outputs.add(output.name());
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            ends[i] = apart.contains(nodes.get(i)) || !fits(nodes.get(i), network.opset()) ? -1 : end(i);
        }
        for (int i = 0; i < ends.length; i++) {
            membersOf.computeIfAbsent(ends[i], end -> new ArrayList<>()).add(i);
        }
    }

    private static boolean fits(Node node, int opset) {
        RowFunction function = FUNCTIONS.get(node.op());
        return function != null
                && Operators.supports(node.op(), opset)
                && node.outputs().size() == 1
                && node.inputs().size() == (function.joins() ? 2 : 1)
                && !node.inputs().contains("");
    }

    /** The end of the chain that alone reads a node's result, or the node itself. */
    private int end(int node) {
        String result = nodes.get(node).outputs().get(0);
        Set<Integer> ahead = new HashSet<>();
        readers.getOrDefault(result, Set.of()).forEach(reader -> ahead.add(ends[reader]));
        int end = ahead.size() == 1 ? ahead.iterator().next() : -1;
        return end < 0 || outputs.contains(result) ? node : end;
    }

    /** Whether a node runs as part of a chain that ends later. */
    public boolean isWithin(int node) {
        return ends[node] > node;
    }

    /** The chain of at least two nodes that ends here, or null. */
    public @Nullable Chain endingAt(int end) {
        List<Integer> members = membersOf.getOrDefault(end, List.of());
        return members.size() < 2 ? null : chain(members);
    }

    private Chain chain(List<Integer> members) {
        Map<String, Integer> places = new HashMap<>();
        List<String> entering = new ArrayList<>();
        Set<String> within = new HashSet<>();
        members.forEach(i -> within.add(nodes.get(i).outputs().get(0)));
        for (int member : members) {
            for (String input : nodes.get(member).inputs()) {
                if (!within.contains(input) && places.putIfAbsent(input, entering.size()) == null) {
                    entering.add(input);
                }
            }
        }
        List<ElementChain.Link> links = new ArrayList<>();
        for (int member : members) {
            Node node = nodes.get(member);
            List<Integer> from = node.inputs().stream().map(places::get).toList();
            places.put(node.outputs().get(0), entering.size() + links.size());
            links.add(new ElementChain.Link(node, Objects.requireNonNull(FUNCTIONS.get(node.op())), from));
        }
        return new Chain(List.copyOf(entering), new ElementChain(entering.size(), links));
    }
}
