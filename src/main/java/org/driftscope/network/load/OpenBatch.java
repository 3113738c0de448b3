package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.batch.BatchAxes;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;

/**
 * Frees a network of the batch size that it was exported with, where axis 0 is proved to stay the batch: Reshape and Expand
 * targets that name that size then take any.
 */
final class OpenBatch {
    private final Network network;
    private final Outlines outlines;
    private final BatchAxes axes;
    private final boolean sizesKnown;
    private final Map<String, Tensor> constants;

    private OpenBatch(Network network, InputShapes.Fit fit, BatchAxes axes) {
        this.network = network;
        this.outlines = fit.outlines();
        this.axes = axes;
        List<Long> dims = network.inputs().get(0).dims();
        this.sizesKnown = dims.stream().allMatch(size -> size > 0);
        this.constants = new HashMap<>(network.constants());
    }

    /** The same function of each image; the network itself where it declares no batch or nothing is proved. */
    static Network of(Network network) {
        long declared = network.inputs().isEmpty() ? 0 : FixedBatch.declared(network);
        if (declared < 1) {
            return network;
        }
        try {
            InputShapes.Fit fit = InputShapes.fit(network, declared, ValueLimit.configured());
            BatchAxes axes = BatchAxes.of(network, fit.outlines());
            return axes.areProved() ? new OpenBatch(network, fit, axes).opened() : network;
        } catch (OutlineFailure e) {
            return network;
        }
    }

    private Network opened() {
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            boolean fixed = axes.of(node.input(0)) >= 0 && constants.containsKey(node.input(1));
            nodes.add(
                    switch (node.op()) {
                        case "Reshape" -> fixed ? reshape(node) : node;
                        case "Expand" -> fixed ? expand(node) : node;
                        default -> node;
                    });
        }
        return network.withNodes(nodes, constants);
    }

    /** The batch's entry keeps the input's size where that is the same axis, else it is what is left. */
    private Node reshape(Node node) {
        long[] target = target(node);
        int axis = axes.of(node.outputs().get(0));
        long[] shape = outlines.value(node.outputs().get(0)).shape();
        if (target.length != shape.length
                || target[axis] < 1
                || node.attributes().integer("allowzero", 0) != 0) {
            return node;
        }
        long[] open = target.clone();
        if (axis == axes.of(node.input(0))) {
            open[axis] = 0;
        } else if (sizesKnown) {
            System.arraycopy(shape, 0, open, 0, open.length);
            open[axis] = -1;
        }
        return withTarget(node, open);
    }

    /** A size of 1 keeps the input's own. */
    private Node expand(Node node) {
        long[] target = target(node).clone();
        int axis = axes.of(node.outputs().get(0))
                - outlines.value(node.outputs().get(0)).rank()
                + target.length;
        if (axis >= 0) {
            target[axis] = 1;
        }
        return withTarget(node, target);
    }

    private long[] target(Node node) {
        Tensor target = constants.get(node.input(1));
        return target == null ? new long[0] : target.longs();
    }

    private Node withTarget(Node node, long[] target) {
        String name = node.name() + "/open target";
        constants.put(name, Tensor.ints(target, target.length));
        return new Node(node.name(), node.op(), List.of(node.input(0), name), node.outputs(), node.attributes());
    }
}
