package org.driftscope.io.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import org.driftscope.network.op.Operators;
import org.driftscope.support.ModelFormatException;

/** Refuses opsets and operators that Driftscope does not run, all of them in one sentence. */
final class OperatorCheck {
    private static final int NODES_NAMED = 8;
    private static final int OLDEST_OPSET = 6;
    /** A number past this is no opset but damage; ONNX brings about three a year, and has 26 at the end of 2025. */
    private static final int NEWEST_OPSET = 99;

    private static final Set<String> DEFAULT_DOMAIN = Set.of("", "ai.onnx");
    private static final Set<String> QUANTISED = Set.of(
            "QuantizeLinear",
            "DequantizeLinear",
            "DynamicQuantizeLinear",
            "ConvInteger",
            "MatMulInteger",
            "QGemm",
            "QAttention");

    private OperatorCheck() {}

    /**
     * @return the opset of the default domain, 6 or later
     * @throws ModelFormatException if it is missing or another
     */
    static int opset(String file, ModelProto model) {
        long opset = model.getOpsetImportList().stream()
                .filter(entry -> DEFAULT_DOMAIN.contains(entry.getDomain()))
                .mapToLong(OperatorSetIdProto::getVersion)
                .max()
                .orElseThrow(() -> new ModelFormatException(file + " names no ONNX operator set (opset). The file is"
                        + " truncated or not an ONNX model: export the model again."));
        if (opset < OLDEST_OPSET || opset > NEWEST_OPSET) {
            throw new ModelFormatException(file + " uses ONNX opset " + opset + ", but Driftscope reads opset "
                    + OLDEST_OPSET + " and later. Export the model with opset_version=13, for example.");
        }
        return (int) opset;
    }

    /** @throws ModelFormatException naming every operator that is not supported and the nodes that use it */
    static void requireSupported(String file, GraphProto graph, int opset) {
        List<NodeProto> nodes = graph.getNodeList();
        Map<String, List<String>> quantised = nodesByOperator(nodes, OperatorCheck::isQuantised);
        if (!quantised.isEmpty()) {
            throw new ModelFormatException(file + " is quantised to integers (" + list(quantised) + "). Driftscope maps"
                    + " floating-point weights onto crossbars: give the float32 model it was quantised from.");
        }
        Map<String, List<String>> unsupported = nodesByOperator(nodes, node -> !isSupported(node, opset));
        if (!unsupported.isEmpty()) {
            throw new ModelFormatException(file + " (opset " + opset + ") uses operators that Driftscope does not"
                    + " support: " + list(unsupported) + ". Export the network for inference without them.");
        }
    }

    private static boolean isQuantised(NodeProto node) {
        return QUANTISED.contains(node.getOpType()) || node.getOpType().startsWith("QLinear");
    }

    private static boolean isSupported(NodeProto node, int opset) {
        boolean hasSubgraph = node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.hasG() || attribute.getGraphsCount() > 0);
        return !hasSubgraph && DEFAULT_DOMAIN.contains(node.getDomain()) && Operators.supports(node.getOpType(), opset);
    }

    private static Map<String, List<String>> nodesByOperator(List<NodeProto> nodes, Predicate<NodeProto> wanted) {
        List<String> names = NodeDecoder.uniqueNames(nodes);
        Map<String, List<String>> found = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeProto node = nodes.get(i);
            if (wanted.test(node)) {
                String domain = DEFAULT_DOMAIN.contains(node.getDomain()) ? "" : node.getDomain() + "::";
                found.computeIfAbsent(domain + node.getOpType(), key -> new ArrayList<>())
                        .add(names.get(i));
            }
        }
        return found;
    }

    private static String list(Map<String, List<String>> nodesByOperator) {
        return nodesByOperator.entrySet().stream()
                .map(entry -> entry.getKey() + " in " + nodeNames(entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String nodeNames(List<String> names) {
        String shown =
                names.stream().limit(NODES_NAMED).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        int more = names.size() - NODES_NAMED;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }
}
