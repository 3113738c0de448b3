package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.ValueInfoProto;
import org.driftscope.support.ModelFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Opset 6 as opset 7: an operand that is laid along the axes from {@code axis} on gets axes of size 1 after them, so that it
 * lies there by the rules of today; batch norms that are not marked as tests were exported in training mode.
 */
final class OldBroadcasts {
    private static final Set<String> BROADCASTING =
            Set.of("Add", "Sub", "Mul", "Div", "Pow", "And", "Or", "Xor", "Equal", "Greater", "Less", "PRelu");
    private static final Set<String> TWO_AXES = Set.of("Flatten", "Gemm");

    private final String file;
    private final Rewritten graph;
    /** Number of axes of the values where it is known. */
    private final Map<String, Integer> ranks = new HashMap<>();

    private final List<NodeProto> result = new ArrayList<>();

    private OldBroadcasts(String file, Rewritten graph) {
        this.file = file;
        this.graph = graph;
        for (TensorProto tensor : graph.graph().getInitializerList()) {
            ranks.put(tensor.getName(), tensor.getDimsCount());
        }
        for (ValueInfoProto input : graph.graph().getInputList()) {
            ranks.putIfAbsent(
                    input.getName(), input.getType().getTensorType().getShape().getDimCount());
        }
    }

    static void rewrite(String file, Rewritten graph) {
        OldBroadcasts broadcasts = new OldBroadcasts(file, graph);
        graph.nodes().forEach(broadcasts::add);
        graph.replace(broadcasts.result);
    }

    private void add(NodeProto node) {
        NodeProto today = node;
        AttributeProto axis = Rewritten.attribute(node, "axis");
        if (BROADCASTING.contains(node.getOpType()) && axis != null && Rewritten.hasInputs(node, 2)) {
            today = aligned(node, (int) axis.getI());
        } else if (node.getOpType().equals("BatchNormalization") && Rewritten.integer(node, "is_test", 0) == 0) {
            today = node.toBuilder()
                    .addAttribute(Rewritten.integer("training_mode", 1))
                    .build();
        }
        result.add(today);
        Integer rank = Rewritten.hasInputs(node, 1) || node.getOpType().equals("Constant") ? rank(node) : null;
        for (String output : rank == null ? List.<String>of() : node.getOutputList()) {
            ranks.put(output, rank);
        }
    }

    private NodeProto aligned(NodeProto node, int axis) {
        Integer left = ranks.get(node.getInput(0));
        Integer right = ranks.get(node.getInput(1));
        if (left == null || right == null) {
            throw new ModelFormatException(file + ": node '" + node.getName() + "' (" + node.getOpType()
                    + ") lays an operand along axis " + axis
                    + " as opset 6 does, of a value whose number of axes is not known. Export the model with opset 7 or"
                    + " later.");
        }
        int missing = left - (axis < 0 ? axis + left : axis) - right;
        if (missing <= 0) {
            return node;
        }
        String shaped = graph.fresh(node.getOutput(0) + "/aligned");
        AttributeProto.Builder axes =
                AttributeProto.newBuilder().setName("axes").setType(AttributeProto.AttributeType.INTS);
        for (int i = 0; i < missing; i++) {
            axes.addInts(right + i);
        }
        result.add(Rewritten.node(node.getName() + "/aligned", "Unsqueeze", shaped, node.getInput(1))
                .addAttribute(axes)
                .build());
        return node.toBuilder().setInput(1, shaped).build();
    }

    /** Most operators keep the number of axes of their first input. */
    private @Nullable Integer rank(NodeProto node) {
        if (TWO_AXES.contains(node.getOpType())) {
            return 2;
        }
        return switch (node.getOpType()) {
            case "Reshape" -> {
                List<Long> target = node.getInputCount() > 1 ? graph.constantShape(node.getInput(1)) : null;
                yield target == null || target.size() != 1
                        ? null
                        : Integer.valueOf(target.get(0).intValue());
            }
            case "Squeeze" -> shifted(node, -1);
            case "Unsqueeze" -> shifted(node, 1);
            case "Constant" -> {
                AttributeProto value = Rewritten.attribute(node, "value");
                yield value == null ? null : Integer.valueOf(value.getT().getDimsCount());
            }
            case "ReduceMean", "ReduceSum", "ReduceMax" -> Rewritten.integer(node, "keepdims", 1) != 0
                    ? ranks.get(node.getInput(0))
                    : shifted(node, -1);
            case "Shape", "Gather", "Expand", "Tile" -> null;
            default -> node.getInputCount() == 0 ? null : ranks.get(node.getInput(0));
        };
    }

    private @Nullable Integer shifted(NodeProto node, int sign) {
        Integer rank = ranks.get(node.getInput(0));
        AttributeProto axes = Rewritten.attribute(node, "axes");
        return rank == null || axes == null ? null : Integer.valueOf(rank + sign * axes.getIntsCount());
    }
}
