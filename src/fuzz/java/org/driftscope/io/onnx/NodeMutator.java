package org.driftscope.io.onnx;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.driftscope.network.op.Operators;
import org.nd4j.shade.protobuf.ByteString;

/** Puts further operators into a graph, with inputs and attributes of the kinds that operators look at. */
final class NodeMutator {
    private static final String[] OPERATORS = Operators.names().toArray(String[]::new);
    private static final String[] LISTS = {
        "axes", "pads", "strides", "kernel_shape", "dilations", "perm", "split", "output_padding", "output_shape", "shape"
    };
    private static final String[] WHOLE = {
        "axis", "group", "keepdims", "blocksize", "to", "start", "end", "num_groups", "allowzero", "k", "largest", "ceil_mode",
        "count_include_pad", "transA", "transB", "noop_with_empty_axes", "size", "spatial", "select_last_index", "sorted",
        "storage_order", "value_int", "training_mode", "num_outputs", "batch_dims"
    };
    private static final String[] REALS = {"alpha", "beta", "epsilon", "min", "max", "bias", "lambd", "gamma", "value_float"};
    private static final String[] TEXTS = {
        "mode", "auto_pad", "equation", "approximate", "coordinate_transformation_mode", "nearest_mode"
    };
    private static final String[] WORDS = {
        "SAME_UPPER", "SAME_LOWER", "VALID", "constant", "reflect", "edge", "wrap", "nearest", "linear", "cubic", "asymmetric",
        "half_pixel", "align_corners", "tanh", "none", "CRD", "DCR", "bij,bjk->bik", "...ij->...ji", "ii->i", "abcd->ab", "->",
        "floor", "ceil"
    };
    private static final int MOST_INPUTS = 4;

    private final FuzzedDataProvider data;
    private int fresh;

    NodeMutator(FuzzedDataProvider data) {
        this.data = data;
    }

    /** Puts a node behind another, so that what read the one reads the other. */
    void insert(GraphProto.Builder graph) {
        if (graph.getNodeCount() == 0) {
            return;
        }
        int at = data.consumeInt(0, graph.getNodeCount() - 1);
        NodeProto before = graph.getNode(at);
        if (before.getOutputCount() == 0) {
            return;
        }
        String read = before.getOutput(0);
        String moved = "moved" + fresh++;
        NodeProto.Builder node = NodeProto.newBuilder()
                .setOpType(data.pickValue(OPERATORS))
                .addInput(moved)
                .addOutput(read);
        int inputs = data.consumeInt(0, MOST_INPUTS - 1);
        for (int i = 0; i < inputs; i++) {
            node.addInput(input(graph));
        }
        int attributes = data.consumeInt(0, 3);
        for (int i = 0; i < attributes; i++) {
            node.addAttribute(attribute());
        }
        List<NodeProto> nodes = new ArrayList<>(graph.getNodeList());
        nodes.set(at, before.toBuilder().setOutput(0, moved).build());
        nodes.add(at + 1, node.build());
        graph.clearNode().addAllNode(nodes);
    }

    /** Gives a node an attribute. */
    void setAttribute(GraphProto.Builder graph) {
        if (graph.getNodeCount() > 0) {
            graph.getNodeBuilder(data.consumeInt(0, graph.getNodeCount() - 1)).addAttribute(attribute());
        }
    }

    /** Has a node read something else. */
    void rewire(GraphProto.Builder graph) {
        if (graph.getNodeCount() > 0) {
            NodeProto.Builder node = graph.getNodeBuilder(data.consumeInt(0, graph.getNodeCount() - 1));
            String input = input(graph);
            if (node.getInputCount() == 0 || data.consumeInt(0, 2) == 0) {
                node.addInput(input);
            } else {
                node.setInput(data.consumeInt(0, node.getInputCount() - 1), input);
            }
        }
    }

    /** An existing value, none, or a new constant. */
    private String input(GraphProto.Builder graph) {
        return switch (data.consumeInt(0, 7)) {
            case 0 -> "";
            case 1 -> graph.getInputCount() == 0 ? "x" : graph.getInput(0).getName();
            case 2, 3 -> value(graph);
            default -> constant(graph);
        };
    }

    private String value(GraphProto.Builder graph) {
        NodeProto node = graph.getNode(data.consumeInt(0, graph.getNodeCount() - 1));
        return node.getOutputCount() == 0 ? "" : node.getOutput(0);
    }

    private String constant(GraphProto.Builder graph) {
        String name = "constant" + fresh++ + "_" + graph.getInitializerCount();
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name);
        int axes = data.consumeInt(0, 4);
        int size = 1;
        for (int i = 0; i < axes; i++) {
            int dim = i == 0 ? data.consumeInt(0, 6) : data.consumeInt(0, 3);
            tensor.addDims(dim);
            size *= dim;
        }
        boolean whole = data.consumeBoolean();
        tensor.setDataType(whole ? TensorProto.DataType.INT64_VALUE : TensorProto.DataType.FLOAT_VALUE);
        for (int i = 0; i < size; i++) {
            if (whole) {
                tensor.addInt64Data(small());
            } else {
                tensor.addFloatData(data.consumeInt(-8, 8) / 4f);
            }
        }
        graph.addInitializer(tensor);
        return name;
    }

    private AttributeProto attribute() {
        AttributeProto.Builder attribute = AttributeProto.newBuilder();
        switch (data.consumeInt(0, 5)) {
            case 0, 1 -> {
                attribute.setName(data.pickValue(LISTS)).setType(AttributeProto.AttributeType.INTS);
                int count = data.consumeInt(0, 5);
                for (int i = 0; i < count; i++) {
                    attribute.addInts(small());
                }
            }
            case 2, 3 -> attribute.setName(data.pickValue(WHOLE))
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(small());
            case 4 -> attribute.setName(data.pickValue(REALS))
                    .setType(AttributeProto.AttributeType.FLOAT)
                    .setF(data.consumeInt(-8, 8) / 4f);
            default -> attribute.setName(data.pickValue(TEXTS))
                    .setType(AttributeProto.AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(data.pickValue(WORDS)));
        }
        return attribute.build();
    }

    /** Mostly small; now and then far out. */
    private long small() {
        return switch (data.consumeInt(0, 15)) {
            case 0 -> -1;
            case 1 -> data.consumeInt(-5, 300);
            case 2 -> data.consumeLong();
            default -> data.consumeInt(0, 4);
        };
    }
}
