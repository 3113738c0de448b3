package org.driftscope.network.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.outline.Outline;
import org.driftscope.network.outline.Outlines;
import org.jspecify.annotations.Nullable;

/**
 * Follows the batch axis from the input through a graph. Sound but not complete: an axis that is named is the batch, and
 * each place along it depends on one image alone; {@link #LOST} says that it could not be shown.
 */
public final class BatchAxes {
    /** The value does not depend on the images. */
    public static final int NONE = -1;

    /** Images may be mixed, or the batch spread over several axes. */
    public static final int LOST = -2;

    private final Network network;
    private final Outlines outlines;
    private final Map<String, Integer> axes = new HashMap<>();

    private BatchAxes(Network network, Outlines outlines) {
        this.network = network;
        this.outlines = outlines;
    }

    /** @param outlines of the network for the batch it was exported with */
    public static BatchAxes of(Network network, Outlines outlines) {
        BatchAxes found = new BatchAxes(network, outlines);
        found.axes.put(network.inputs().get(0).name(), 0);
        network.nodes().forEach(found::visit);
        return found;
    }

    /** The axis of a value that is the batch, {@link #NONE} or {@link #LOST}. */
    public int of(String value) {
        return axes.getOrDefault(value, NONE);
    }

    /** Whether each row of the first output depends on its own image alone. */
    public boolean areProved() {
        return of(network.outputs().get(0).name()) == 0;
    }

    private void visit(Node node) {
        int axis = axisAfter(node);
        node.outputs().forEach(output -> axes.put(output, axis));
    }

    private int axisAfter(Node node) {
        int[] before = node.inputs().stream().mapToInt(this::of).toArray();
        if (Arrays.stream(before).allMatch(axis -> axis == NONE)) {
            return NONE;
        }
        if (Arrays.stream(before).anyMatch(axis -> axis == LOST)) {
            return LOST;
        }
        List<@Nullable Outline> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            inputs.add(name.isEmpty() ? null : outlines.value(name));
        }
        Outline output = outlines.value(node.outputs().stream()
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow());
        BatchRule rule = BatchRules.named(node.op());
        return rule == null ? LOST : rule.of(new BatchCall(node, network.opset(), inputs, before, output));
    }
}
