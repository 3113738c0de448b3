package org.driftscope.network.load;

import java.util.List;
import java.util.Map;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.outline.Outline;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;

/** Bounds what is worked out at load: memory of all results together, and multiplications. Knows before it is done. */
final class FoldingBudget {
    /** About a second of one core. */
    private static final long MOST_PRODUCTS = 10_000_000_000L;

    private final ValueLimit limit;
    private long bytes;
    private long products;

    FoldingBudget(ValueLimit limit) {
        this.limit = limit;
    }

    /** @throws OutlineFailure if the node cannot run on the constants, or they would come to too much */
    void require(Node node, int opset, Map<String, Tensor> constants) {
        List<Outline> outputs = Outlines.ofConstants(node, opset, constants, limit);
        for (Outline output : outputs) {
            bytes = saturated(bytes, output.bytes());
            products = saturated(products, productsOf(node, constants, output));
        }
        limit.require(node, bytes, "brings the constants that are worked out at load to " + outputs);
        if (products > MOST_PRODUCTS) {
            throw new OutlineFailure(
                    node,
                    "brings the multiplications of constants at load above " + MOST_PRODUCTS,
                    "Export the model with its constants folded.");
        }
    }

    private static long saturated(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    /** Multiplications of an operator that sums over something; 0 of others, which their results bound. */
    private static long productsOf(Node node, Map<String, Tensor> constants, Outline output) {
        Tensor weight = constants.get(node.input(1));
        if (weight == null
                || !List.of("MatMul", "Gemm", "Conv", "ConvTranspose", "Einsum").contains(node.op())) {
            return 0;
        }
        long terms = terms(node, weight);
        return output.size() > Long.MAX_VALUE / Math.max(1, terms) ? Long.MAX_VALUE : output.size() * terms;
    }

    /** How many products make up an element of the result. */
    private static long terms(Node node, Tensor weight) {
        long[] shape = weight.shape();
        int rank = shape.length;
        return switch (node.op()) {
            case "MatMul" -> rank < 2 ? weight.size() : shape[rank - 2];
            case "Gemm" -> shape[node.attributes().integer("transB", 0) != 0 ? rank - 1 : 0];
            case "Conv" -> weight.size() / shape[0];
            default -> weight.size();
        };
    }
}
