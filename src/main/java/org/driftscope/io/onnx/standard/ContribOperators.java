package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import org.nd4j.shade.protobuf.ByteString;

/**
 * Operators that ONNX Runtime's optimiser puts in the place of several, written out again by their formula (ONNX Runtime,
 * docs/ContribOperators.md). One whose settings are not known here stays as it is, to be refused by name.
 */
final class ContribOperators {
    private static final String DOMAIN = "com.microsoft";
    private static final Set<String> ACTIVATIONS =
            Set.of("Relu", "Tanh", "Sigmoid", "LeakyRelu", "Clip", "HardSigmoid", "Elu", "HardSwish", "Softplus");

    /** How many inputs each needs. */
    private static final Map<String, Integer> NEEDED = Map.ofEntries(
            Map.entry("Gelu", 1),
            Map.entry("BiasGelu", 1),
            Map.entry("FastGelu", 1),
            Map.entry("QuickGelu", 1),
            Map.entry("LayerNormalization", 2),
            Map.entry("SimplifiedLayerNormalization", 2),
            Map.entry("FusedMatMul", 2),
            Map.entry("FusedGemm", 2),
            Map.entry("FusedConv", 2),
            Map.entry("SkipLayerNormalization", 3),
            Map.entry("SkipSimplifiedLayerNormalization", 3));

    private final Rewritten graph;
    private final List<NodeProto> result = new ArrayList<>();

    private ContribOperators(Rewritten graph) {
        this.graph = graph;
    }

    static void rewrite(Rewritten graph) {
        ContribOperators operators = new ContribOperators(graph);
        graph.nodes().forEach(operators::add);
        graph.replace(operators.result);
    }

    private void add(NodeProto node) {
        boolean simplified = node.getOpType().startsWith("Simplified");
        boolean ours = node.getDomain().equals(DOMAIN) || simplified;
        if (!ours || !Rewritten.hasInputs(node, NEEDED.getOrDefault(node.getOpType(), 0))) {
            result.add(node);
            return;
        }
        switch (node.getOpType()) {
            case "Gelu", "LayerNormalization" -> result.add(
                    copied(node, node.getOpType(), node.getInputList()).build());
            case "BiasGelu" -> biased(node, "Gelu");
            case "FastGelu" -> biased(node, "Gelu", text("approximate", "tanh"));
            case "QuickGelu" -> result.add(plain(node, "Swish")
                    .addAttribute(Rewritten.real("alpha", Rewritten.real(node, "alpha", 1.702f)))
                    .build());
            case "FusedMatMul" -> product(node);
            case "FusedGemm", "FusedConv" -> activated(node);
            case "SimplifiedLayerNormalization" -> result.add(
                    copied(node, "RMSNormalization", node.getInputList()).build());
            case "SkipLayerNormalization" -> skip(node, "LayerNormalization", 4);
            case "SkipSimplifiedLayerNormalization" -> skip(node, "RMSNormalization", 3);
            default -> result.add(node);
        }
    }

    /** {@code op(x + bias)}; without a bias {@code op(x)}. */
    private void biased(NodeProto node, String op, AttributeProto... settings) {
        String x = node.getInput(0);
        if (node.getInputCount() > 1 && !node.getInput(1).isEmpty()) {
            String sum = graph.fresh(node.getOutput(0) + "/biased");
            result.add(Rewritten.node(node.getName() + "/bias", "Add", sum, x, node.getInput(1))
                    .build());
            x = sum;
        }
        result.add(Rewritten.node(node.getName(), op, node.getOutput(0), x)
                .addAllAttribute(List.of(settings))
                .build());
    }

    /** {@code alpha A B}, where the rows of either may lie as columns, or before the axes of the batch. */
    private void product(NodeProto node) {
        String[] operands = {node.getInput(0), node.getInput(1)};
        for (int i = 0; i < operands.length; i++) {
            String side = i == 0 ? "A" : "B";
            boolean rowsFirst = Rewritten.integer(node, "transBatch" + side, 0) != 0;
            boolean turned = Rewritten.integer(node, "trans" + side, 0) != 0;
            if (rowsFirst || turned) {
                String order = (rowsFirst ? "r...c" : "...rc") + "->" + (turned ? "...cr" : "...rc");
                String moved = graph.fresh(operands[i] + "/transposed");
                result.add(Rewritten.node(node.getName() + "/" + side, "Einsum", moved, operands[i])
                        .addAttribute(text("equation", order))
                        .build());
                operands[i] = moved;
            }
        }
        float alpha = Rewritten.real(node, "alpha", 1);
        String output = node.getOutput(0);
        String whole = alpha == 1 ? output : graph.fresh(output + "/product");
        result.add(Rewritten.node(node.getName(), "MatMul", whole, operands).build());
        if (alpha != 1) {
            String factor = graph.number(node.getName() + "/alpha", alpha);
            result.add(Rewritten.node(node.getName() + "/scaled", "Mul", output, whole, factor)
                    .build());
        }
    }

    /** Conv, with what is added to its result, or Gemm; then an activation. */
    private void activated(NodeProto node) {
        AttributeProto named = Rewritten.attribute(node, "activation");
        String activation = named == null ? "" : named.getS().toStringUtf8();
        if (!activation.isEmpty() && !ACTIVATIONS.contains(activation)) {
            result.add(node);
            return;
        }
        String op = node.getOpType().substring("Fused".length());
        boolean adds = op.equals("Conv")
                && node.getInputCount() > 3
                && !node.getInput(3).isEmpty();
        String output = node.getOutput(0);
        String before = activation.isEmpty() ? output : graph.fresh(output + "/before");
        String layer = adds ? graph.fresh(output + "/layer") : before;
        List<String> inputs = node.getInputList().subList(0, Math.min(3, node.getInputCount()));
        result.add(copied(node, op, inputs).clearOutput().addOutput(layer).build());
        if (adds) {
            result.add(Rewritten.node(node.getName() + "/sum", "Add", before, layer, node.getInput(3))
                    .build());
        }
        if (!activation.isEmpty()) {
            result.add(activation(node, activation, before));
        }
    }

    private NodeProto activation(NodeProto node, String op, String input) {
        NodeProto.Builder active = Rewritten.node(node.getName() + "/" + op, op, node.getOutput(0), input);
        List<String> names = op.equals("Clip") ? List.of("min", "max") : List.of("alpha", "beta");
        AttributeProto listed = Rewritten.attribute(node, "activation_params");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            AttributeProto own = Rewritten.attribute(node, "activation_" + name);
            Float value = own != null
                    ? Float.valueOf(own.getF())
                    : listed != null && i < listed.getFloatsCount() ? Float.valueOf(listed.getFloats(i)) : null;
            if (value != null && op.equals("Clip") && graph.opset() >= 11) {
                active.addInput(graph.number(node.getName() + "/" + name, value));
            } else if (value != null) {
                active.addAttribute(Rewritten.real(name, value));
            }
        }
        return active.build();
    }

    /** Normalises {@code input + skip}, plus a bias at position {@code bias}; that sum is the fourth output. */
    private void skip(NodeProto node, String op, int bias) {
        boolean sums = node.getOutputCount() > 3 && !node.getOutput(3).isEmpty();
        boolean biased = node.getInputCount() > bias && !node.getInput(bias).isEmpty();
        String sum = sums ? node.getOutput(3) : graph.fresh(node.getOutput(0) + "/sum");
        String first = biased ? graph.fresh(node.getOutput(0) + "/skipped") : sum;
        result.add(Rewritten.node(node.getName() + "/skip", "Add", first, node.getInput(0), node.getInput(1))
                .build());
        if (biased) {
            result.add(Rewritten.node(node.getName() + "/bias", "Add", sum, first, node.getInput(bias))
                    .build());
        }
        List<String> settings = node.getInputList().subList(2, Math.min(bias, node.getInputCount()));
        NodeProto.Builder normalised = Rewritten.node(node.getName(), op, node.getOutput(0), sum)
                .addAllInput(settings)
                .addAttribute(Rewritten.real("epsilon", Rewritten.real(node, "epsilon", 1e-12f)));
        result.add(normalised.build());
    }

    private static NodeProto.Builder plain(NodeProto node, String op) {
        return Rewritten.node(node.getName(), op, node.getOutput(0), node.getInput(0));
    }

    /** The same settings and outputs as ONNX's own operator. */
    private static NodeProto.Builder copied(NodeProto node, String op, List<String> inputs) {
        NodeProto.Builder copy = node.toBuilder().setOpType(op).clearDomain().clearInput();
        return copy.addAllInput(inputs);
    }

    private static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }
}
