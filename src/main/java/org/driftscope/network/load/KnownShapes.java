package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.jspecify.annotations.Nullable;

/**
 * Replaces arithmetic on shapes by its result where the model declares the size of its images: what is the same for any
 * number of them becomes a constant, and an entry of a Reshape's target that grows with that number is inferred.
 */
public final class KnownShapes {
    private final Network network;
    private final Map<String, Tensor> constants;
    private final Outlines few;
    private final Outlines more;

    private KnownShapes(Network network, Outlines few, Outlines more) {
        this.network = network;
        this.constants = new HashMap<>(network.constants());
        this.few = few;
        this.more = more;
    }

    /**
     * The network for images of one size: what depends on their size alone is a constant.
     *
     * @param imageShape NCHW, N not looked at
     */
    public static Network pruned(Network network, long[] imageShape) {
        return ConstantFolding.pruned(of(network, imageShape));
    }

    /** The same function; the network itself where sizes are open or there is nothing to replace. */
    static Network of(Network network) {
        boolean computesShapes =
                network.nodes().stream().anyMatch(node -> node.op().equals("Shape"));
        List<Long> dims =
                network.inputs().isEmpty() ? List.of() : network.inputs().get(0).dims();
        return !computesShapes || dims.size() < 2 || dims.stream().skip(1).anyMatch(size -> size < 1)
                ? network
                : of(network, dims.stream().mapToLong(size -> size).toArray());
    }

    /** As {@link #of(Network)}, for images of a size that only their reader knows. @param imageShape NCHW, N not used */
    static Network of(Network network, long[] imageShape) {
        long[] shape = imageShape.clone();
        int fixed = FixedBatch.of(network);
        try {
            shape[0] = fixed > 0 ? fixed : 2;
            Outlines few = Outlines.of(network, shape, ValueLimit.configured());
            shape[0] = fixed > 0 ? fixed : 3;
            Outlines more = fixed > 0 ? few : Outlines.of(network, shape, ValueLimit.configured());
            return new KnownShapes(network, few, more).replaced();
        } catch (OutlineFailure e) {
            return network;
        }
    }

    private Network replaced() {
        Set<String> outputs = new HashSet<>();
        network.outputs().forEach(output -> outputs.add(output.name()));
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            boolean known = node.outputs().stream()
                    .allMatch(name -> name.isEmpty() || (!outputs.contains(name) && constant(name) != null));
            if (known) {
                node.outputs().forEach(this::keep);
            } else {
                nodes.add(node.op().equals("Reshape") ? reshape(node) : node);
            }
        }
        return network.withNodes(nodes, constants);
    }

    private void keep(String name) {
        Tensor constant = name.isEmpty() ? null : constant(name);
        if (constant != null) {
            constants.put(name, constant);
        }
    }

    /** The value's elements where they do not depend on how many images there are, or null. */
    private @Nullable Tensor constant(String name) {
        Tensor first = few.value(name).content();
        Tensor second = more.value(name).content();
        return first != null && second != null && first.sameAs(second) ? first : null;
    }

    /** The target is the shape that comes out, with the size open that grows with the number of images. */
    private Node reshape(Node node) {
        if (constants.containsKey(node.input(1))) {
            return node;
        }
        long[] target = few.value(node.outputs().get(0)).shape().clone();
        long[] then = more.value(node.outputs().get(0)).shape();
        int open = 0;
        for (int i = 0; i < target.length; i++) {
            boolean grows = target[i] != then[i];
            target[i] = grows ? -1 : target[i];
            open += grows ? 1 : 0;
        }
        if (open > 1) {
            return node;
        }
        String name = node.name() + "/known target";
        constants.put(name, Tensor.ints(target, target.length));
        return new Node(node.name(), node.op(), List.of(node.input(0), name), node.outputs(), node.attributes());
    }
}
