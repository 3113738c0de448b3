package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Gives every Reshape a constant target where that is possible, so that no shape is computed at run time. Exporters
 * write Shape, Gather, Unsqueeze, Concat for "keep the batch, flatten the rest"; here the entries of such a target are
 * traced to sizes of values. An entry that is the size of the reshaped value's own axis becomes 0 (keep), one other open
 * entry -1 (infer).
 */
final class ReshapeTargets {
    private final List<Node> nodes;
    private final Map<String, Tensor> constants;
    private final Map<String, Node> producers = new HashMap<>();

    /** One entry of a shape: a known number, or the size of a value's axis. */
    private record Entry(long number, String value, long axis) {
        boolean isKnown() {
            return value.isEmpty();
        }
    }

    /**
     * @param nodes in topological order
     * @param constants added to
     */
    ReshapeTargets(List<Node> nodes, Map<String, Tensor> constants) {
        this.nodes = nodes;
        this.constants = constants;
        nodes.forEach(node -> node.outputs().forEach(output -> producers.put(output, node)));
    }

    /** The nodes with simpler targets; what only the old targets needed is still among them. */
    List<Node> simplified() {
        return nodes.stream().map(this::simplified).toList();
    }

    private Node simplified(Node node) {
        boolean plain = node.op().equals("Reshape") && node.attributes().integer("allowzero", 0) == 0;
        List<Entry> entries = plain && !constants.containsKey(node.input(0)) ? entries(node.input(1)) : null;
        long[] target = entries == null ? null : target(node.input(0), entries);
        if (target == null) {
            return node;
        }
        String name = node.name() + "/target";
        constants.put(name, Tensor.ints(target, target.length));
        return new Node(node.name(), node.op(), List.of(node.input(0), name), node.outputs(), node.attributes());
    }

    private long @Nullable [] target(String reshaped, List<Entry> entries) {
        long[] target = new long[entries.size()];
        int open = 0;
        for (int i = 0; i < target.length; i++) {
            Entry entry = entries.get(i);
            boolean kept = entry.value().equals(reshaped) && entry.axis() == i;
            target[i] = entry.isKnown() ? entry.number() : kept ? 0 : -1;
            open += target[i] == -1 ? 1 : 0;
        }
        return open > 1 ? null : target;
    }

    /** The entries of a one-dimensional integer value, or null where they cannot be traced. */
    private @Nullable List<Entry> entries(String value) {
        Tensor constant = constants.get(value);
        if (constant != null) {
            return constant.type() == Tensor.Type.INT
                    ? Arrays.stream(constant.longs())
                            .mapToObj(number -> new Entry(number, "", 0))
                            .toList()
                    : null;
        }
        Node node = producers.get(value);
        if (node == null) {
            return null;
        }
        return switch (node.op()) {
            case "Unsqueeze", "Squeeze", "Cast", "Identity", "Reshape" -> entries(node.input(0));
            case "Gather" -> gathered(node);
            case "Slice" -> sliced(node);
            case "Concat" -> joined(node);
            default -> null;
        };
    }

    private @Nullable List<Entry> joined(Node concat) {
        List<Entry> all = new ArrayList<>();
        for (String input : concat.inputs()) {
            List<Entry> part = entries(input);
            if (part == null) {
                return null;
            }
            all.addAll(part);
        }
        return all;
    }

    /** Gather of one axis from a Shape. */
    private @Nullable List<Entry> gathered(Node gather) {
        Node shape = shapeNode(gather.input(0));
        Tensor index = constants.get(gather.input(1));
        if (shape == null || index == null || index.size() != 1 || index.longs()[0] < 0) {
            return null;
        }
        return List.of(new Entry(0, shape.input(0), index.longs()[0]));
    }

    /** Slice of a Shape by constant, non-negative bounds. */
    private @Nullable List<Entry> sliced(Node slice) {
        Node shape = shapeNode(slice.input(0));
        long[] start = bound(slice, 1, "starts");
        long[] end = bound(slice, 2, "ends");
        if (shape == null || start.length != 1 || end.length != 1 || start[0] < 0 || end[0] < 0 || slice.hasInput(4)) {
            return null;
        }
        List<Entry> axes = new ArrayList<>();
        for (long axis = start[0]; axis < Math.min(end[0], 8); axis++) {
            axes.add(new Entry(0, shape.input(0), axis));
        }
        return end[0] > 8 ? null : axes;
    }

    private long[] bound(Node slice, int input, String attribute) {
        Tensor given = constants.get(slice.input(input));
        return given == null ? slice.attributes().integers(attribute) : given.longs();
    }

    private @Nullable Node shapeNode(String value) {
        Node node = producers.get(value);
        boolean whole = node != null
                && node.op().equals("Shape")
                && !node.attributes().has("start")
                && !node.attributes().has("end");
        return whole ? node : null;
    }
}
