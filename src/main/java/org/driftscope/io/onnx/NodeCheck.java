package org.driftscope.io.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftscope.network.Attributes;
import org.driftscope.network.ElementwiseNames;
import org.driftscope.network.Node;
import org.driftscope.support.ModelFormatException;

/**
 * Refuses nodes with more inputs than their operator has, without a setting that it needs, or with a flag that is neither yes
 * nor no: what they mean would have to be guessed.
 */
final class NodeCheck {
    /** The most inputs, of operators that do not take any number. */
    private static final Map<String, Integer> INPUTS = inputs();

    private static final Map<String, String> NEEDED = Map.of(
            "Cast", "to",
            "Concat", "axis",
            "DepthToSpace", "blocksize",
            "SpaceToDepth", "blocksize",
            "LRN", "size",
            "MaxPool", "kernel_shape",
            "AveragePool", "kernel_shape",
            "Einsum", "equation",
            "GroupNormalization", "num_groups");

    private static final List<String> FLAGS = List.of(
            "keepdims",
            "noop_with_empty_axes",
            "select_last_index",
            "transA",
            "transB",
            "ceil_mode",
            "count_include_pad",
            "largest",
            "sorted",
            "allowzero",
            "antialias",
            "exclude_outside",
            "training_mode",
            "fmod");

    private static final Set<String> BLOCK_ORDERS = Set.of("DCR", "CRD");

    private NodeCheck() {}

    private static Map<String, Integer> inputs() {
        Map<String, Integer> most = new HashMap<>();
        ElementwiseNames.REAL.forEach(op -> most.put(op, 1));
        ElementwiseNames.NUMBERS.forEach(op -> most.put(op, 1));
        ElementwiseNames.COMPARISONS.forEach(op -> most.put(op, 2));
        ElementwiseNames.LOGIC.forEach(op -> most.put(op, 2));
        List.of("Constant").forEach(op -> most.put(op, 0));
        List.of(
                        "Cast",
                        "Identity",
                        "Not",
                        "Softmax",
                        "LogSoftmax",
                        "LRN",
                        "MaxPool",
                        "AveragePool",
                        "GlobalAveragePool")
                .forEach(op -> most.put(op, 1));
        List.of("GlobalMaxPool", "Flatten", "Transpose", "DepthToSpace", "SpaceToDepth", "Shape", "Size", "ArgMax")
                .forEach(op -> most.put(op, 1));
        List.of("ArgMin", "ConstantOfShape").forEach(op -> most.put(op, 1));
        List.of("Add", "Sub", "Mul", "Div", "Mod", "Pow", "Equal", "PRelu", "MatMul", "RMSNormalization", "Reshape")
                .forEach(op -> most.put(op, 2));
        List.of("Squeeze", "Unsqueeze", "Gather", "Expand", "Split", "Upsample", "TopK", "Tile")
                .forEach(op -> most.put(op, 2));
        List.of("Sum", "Mean", "Max", "Min", "Prod", "L1", "L2", "SumSquare", "LogSum", "LogSumExp")
                .forEach(kind -> most.put("Reduce" + kind, 2));
        List.of("Conv", "ConvTranspose", "Gemm", "InstanceNormalization", "GroupNormalization", "LayerNormalization")
                .forEach(op -> most.put(op, 3));
        List.of("Clip", "Where", "Range", "Dropout").forEach(op -> most.put(op, 3));
        List.of("Pad", "Resize").forEach(op -> most.put(op, 4));
        List.of("Slice", "BatchNormalization").forEach(op -> most.put(op, 5));
        return Map.copyOf(most);
    }

    /** @throws ModelFormatException naming the first node at fault */
    static void requireSound(String file, List<Node> nodes) {
        for (Node node : nodes) {
            String fault = fault(node);
            if (!fault.isEmpty()) {
                throw new ModelFormatException(file + ": node '" + node.name() + "' (" + node.op() + ") " + fault
                        + ". Export the model again.");
            }
        }
    }

    private static String fault(Node node) {
        Integer most = INPUTS.get(node.op());
        for (int i = most == null ? node.inputs().size() : most;
                i < node.inputs().size();
                i++) {
            if (node.hasInput(i)) {
                return "has the input '" + node.input(i) + "', and the operator takes " + most;
            }
        }
        Attributes settings = node.attributes();
        String needed = NEEDED.get(node.op());
        if (needed != null && !settings.has(needed)) {
            return "lacks its setting " + needed;
        }
        for (String flag : FLAGS) {
            long value = settings.integer(flag, 0);
            if (value != 0 && value != 1) {
                return "has " + flag + " " + value + ", which is neither 0 nor 1";
            }
        }
        String blocks = settings.text("mode", "DCR");
        boolean known = !node.op().equals("DepthToSpace") || BLOCK_ORDERS.contains(blocks);
        return known ? "" : "orders blocks by \"" + blocks + "\", which is not known";
    }
}
