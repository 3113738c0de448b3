package org.driftscope.network.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;

/**
 * Lets networks take images [batch, channels, height, width] that were exported for another form of them: flat rows, grey
 * without an axis of channels, channels last, bytes, or without a word on their shape.
 */
public final class ImageInput {
    private static final int IMAGE_RANK = 4;
    private static final List<Long> CHANNELS = List.of(3L, 1L);
    private static final long FREE = -1;

    private final Network network;
    private final ValueShape input;
    private final Map<String, Tensor> constants;

    private ImageInput(Network network) {
        this.network = network;
        this.input = network.inputs().get(0);
        this.constants = new HashMap<>(network.constants());
    }

    /**
     * The same network, fed with images; the network itself where it takes them already, or nothing tells how.
     *
     * @param bytes whether it takes whole numbers 0 to 255: fractions are cut off, as by a conversion to bytes
     */
    public static Network of(Network network, boolean bytes) {
        ImageInput image = new ImageInput(network);
        Network fed = image.shaped();
        return bytes ? new ImageInput(fed).floored() : fed;
    }

    private Network shaped() {
        List<Long> dims = input.dims();
        long batch = dims.isEmpty() ? FREE : dims.get(0);
        if (dims.size() == 2 && dims.get(1) > 0) {
            return flat(batch, dims.get(1));
        }
        if (dims.size() == 3 && dims.get(1) > 1 && dims.get(1).equals(dims.get(2))) {
            constants.put(input.name() + "/rows", Tensor.ints(new long[] {0, dims.get(1), dims.get(2)}, 3));
            return through("Reshape", Map.of(), List.of(input.name() + "/rows"), batch, 1, dims.get(1), dims.get(2));
        }
        if (dims.size() == IMAGE_RANK && CHANNELS.contains(dims.get(3)) && !CHANNELS.contains(dims.get(1))) {
            Map<String, Object> perm = Map.of("perm", new long[] {0, 2, 3, 1});
            return through("Transpose", perm, List.of(), batch, dims.get(3), dims.get(1), dims.get(2));
        }
        return dims.isEmpty() ? guessed() : network;
    }

    /** Squares of 3 channels or of 1; a number of elements is never both. */
    private Network flat(long batch, long elements) {
        for (long channels : CHANNELS) {
            long side = Math.round(Math.sqrt((double) elements / channels));
            if (side > 1 && channels * side * side == elements) {
                return through("Flatten", Map.of("axis", 1L), List.of(), batch, channels, side, side);
            }
        }
        return network;
    }

    /** Feeds images to a node that makes of them what the network takes. */
    private Network through(String op, Map<String, Object> attributes, List<String> settings, long... shape) {
        String images = fresh();
        List<String> inputs = new ArrayList<>(List.of(images));
        inputs.addAll(settings);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(input.name() + "/" + op, op, inputs, List.of(input.name()), Attributes.of(attributes)));
        nodes.addAll(network.nodes());
        List<Long> dims = new ArrayList<>();
        for (long size : shape) {
            dims.add(size);
        }
        return network.withInput(nodes, constants, new ValueShape(images, dims));
    }

    private Network floored() {
        long[] shape = input.dims().stream().mapToLong(Long::longValue).toArray();
        return through("Floor", Map.of(), List.of(), shape);
    }

    private String fresh() {
        String name = input.name() + "/images";
        while (isTaken(name)) {
            name += "'";
        }
        return name;
    }

    private boolean isTaken(String name) {
        return constants.containsKey(name)
                || network.nodes().stream().anyMatch(node -> node.outputs().contains(name));
    }

    /** The sizes with which it runs, where they are the only usual ones; those that differ stay open. */
    private Network guessed() {
        TreeSet<Long> channels = new TreeSet<>();
        TreeSet<Long> sides = new TreeSet<>();
        for (long[] shape : InputShapes.usual()) {
            try {
                Outlines.of(network, shape, ValueLimit.configured());
                channels.add(shape[1]);
                sides.add(shape[2]);
            } catch (OutlineFailure e) {
                // not these
            }
        }
        if (channels.isEmpty()) {
            return flat(FREE, rowsOfFirstProduct());
        }
        long side = only(sides);
        ValueShape found = new ValueShape(input.name(), List.of(FREE, only(channels), side, side));
        return network.withInput(network.nodes(), constants, found);
    }

    /** Elements a row that a product takes which the input enters; 0 where it enters none. */
    private long rowsOfFirstProduct() {
        for (Node node : network.nodes()) {
            Tensor weight = constants.get(node.input(1));
            boolean product = node.op().equals("Gemm") || node.op().equals("MatMul");
            if (product && node.input(0).equals(input.name()) && weight != null && weight.shape().length == 2) {
                return weight.shape()[(int) node.attributes().integer("transB", 0) & 1];
            }
        }
        return 0;
    }

    private static long only(TreeSet<Long> sizes) {
        return sizes.size() == 1 ? sizes.first() : FREE;
    }
}
