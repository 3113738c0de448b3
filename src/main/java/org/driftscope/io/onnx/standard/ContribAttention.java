package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto.DataType;

/**
 * ONNX Runtime's Attention and MultiHeadAttention as ONNX's own Attention, with products and biases before it (ONNX Runtime,
 * docs/ContribOperators.md). One with padded tokens, with keys of earlier calls or with packed inputs stays as it is, to be
 * refused by name.
 */
final class ContribAttention {
    private static final Set<String> SETTINGS = Set.of("num_heads", "scale", "unidirectional", "mask_filter_value");
    private static final int ATTENTION_BIAS = 5;
    private static final int MANY_OPSET = 10;

    private final Rewritten graph;
    private final List<NodeProto> result = new ArrayList<>();

    private ContribAttention(Rewritten graph) {
        this.graph = graph;
    }

    static void rewrite(Rewritten graph) {
        ContribAttention attention = new ContribAttention(graph);
        graph.nodes().forEach(attention::add);
        graph.replace(attention.result);
    }

    private void add(NodeProto node) {
        boolean ours = node.getDomain().equals("com.microsoft")
                && isPlain(node)
                && graph.opset() >= MANY_OPSET
                && Rewritten.hasInputs(node, 2);
        long width = ours ? width(node) : 0;
        if (ours && node.getOpType().equals("Attention") && width > 0) {
            packed(node, width);
        } else if (ours
                && node.getOpType().equals("MultiHeadAttention")
                && Rewritten.hasInputs(node, 3)
                && width >= 0) {
            apart(node, width);
        } else {
            result.add(node);
        }
    }

    private static boolean isPlain(NodeProto node) {
        boolean settings = node.getAttributeList().stream().allMatch(setting -> SETTINGS.contains(setting.getName()));
        boolean outputs = node.getOutputList().stream().skip(1).allMatch(String::isEmpty);
        return settings && outputs && Rewritten.integer(node, "num_heads", 0) > 0;
    }

    private static boolean has(NodeProto node, int input) {
        return node.getInputCount() > input && !node.getInput(input).isEmpty();
    }

    /** Numbers a token's query has, over all heads; 0 where nothing says so, -1 where the node is not one we know. */
    private long width(NodeProto node) {
        boolean self = node.getOpType().equals("Attention");
        for (int i = self ? 3 : 4; i < node.getInputCount(); i++) {
            if (i != ATTENTION_BIAS && has(node, i)) {
                return -1;
            }
        }
        List<Long> shape = graph.constantShape(self ? node.getInput(1) : has(node, 3) ? node.getInput(3) : "");
        long heads = Rewritten.integer(node, "num_heads", 0);
        if (shape == null) {
            return self || has(node, 3) ? -1 : graph.declaredSize(node.getInput(0), 3, 2);
        }
        boolean fits = shape.size() == (self ? 2 : 1);
        long three = fits ? shape.get(shape.size() - 1) : -1;
        return three > 0 && three % (3 * heads) == 0 ? three / 3 : -1;
    }

    /** One product gives queries, keys and values side by side. */
    private void packed(NodeProto node, long width) {
        String prefix = prefix(node);
        String all = graph.fresh(prefix + "product");
        result.add(Rewritten.node(prefix + "product", "MatMul", all, node.getInput(0), node.getInput(1))
                .build());
        if (has(node, 2)) {
            all = added(prefix + "biased", all, node.getInput(2));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(part(prefix + "part " + i, all, i, width, 2));
        }
        attention(node, parts, width);
    }

    private void apart(NodeProto node, long width) {
        String prefix = prefix(node);
        List<String> parts = new ArrayList<>(node.getInputList().subList(0, 3));
        for (int i = 0; has(node, 3) && i < 3; i++) {
            String bias = part(prefix + "bias " + i, node.getInput(3), i, width, 0);
            parts.set(i, added(prefix + "biased " + i, parts.get(i), bias));
        }
        attention(node, parts, width);
    }

    private void attention(NodeProto node, List<String> parts, long width) {
        long heads = Rewritten.integer(node, "num_heads", 0);
        NodeProto.Builder attention = Rewritten.node(
                        node.getName(), "Attention", node.getOutput(0), parts.toArray(String[]::new))
                .addAttribute(Rewritten.integer("q_num_heads", heads))
                .addAttribute(Rewritten.integer("kv_num_heads", heads))
                .addAttribute(Rewritten.integer("is_causal", Rewritten.integer(node, "unidirectional", 0)));
        AttributeProto scale = Rewritten.attribute(node, "scale");
        if (scale != null && scale.getF() != 0) {
            attention.addAttribute(scale);
        } else if (width > 0) {
            attention.addAttribute(Rewritten.real("scale", (float) (1 / Math.sqrt((double) width / heads))));
        }
        if (has(node, ATTENTION_BIAS)) {
            attention.addInput(node.getInput(ATTENTION_BIAS));
            graph.declare(node.getInput(ATTENTION_BIAS), DataType.FLOAT);
        }
        result.add(attention.build());
    }

    private String part(String name, String whole, int index, long width, long axis) {
        String output = graph.fresh(name);
        String start = graph.integers(name + " start", index * width);
        String end = graph.integers(name + " end", (index + 1) * width);
        String axes = graph.integers(name + " axis", axis);
        result.add(
                Rewritten.node(output, "Slice", output, whole, start, end, axes).build());
        return output;
    }

    private String added(String name, String left, String right) {
        String output = graph.fresh(name);
        result.add(Rewritten.node(output, "Add", output, left, right).build());
        return output;
    }

    private static String prefix(NodeProto node) {
        return (node.getName().isEmpty() ? node.getOutput(0) : node.getName()) + "/";
    }
}
