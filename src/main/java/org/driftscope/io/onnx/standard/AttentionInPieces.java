package org.driftscope.io.onnx.standard;

import java.util.List;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto.DataType;
import org.jspecify.annotations.Nullable;

/**
 * ONNX's Attention (opset 23) written out: {@code softmax(cap(Q K' scale) + mask) V}, heads apart. One that keeps keys and
 * values of earlier calls, looks through a window or has a mask of unknown type stays as it is, to be refused by name.
 */
final class AttentionInPieces extends InPieces {
    private static final Set<String> SETTINGS = Set.of(
            "scale",
            "is_causal",
            "q_num_heads",
            "kv_num_heads",
            "softcap",
            "softmax_precision",
            "qk_matmul_output_mode");
    private static final int MASK = 3;
    /** Less than every score: nothing is left of it after a softmax. */
    private static final float LOWEST = -Float.MAX_VALUE;

    AttentionInPieces(Rewritten graph) {
        super(graph);
    }

    @Override
    boolean isKnown(NodeProto node) {
        boolean settings = node.getAttributeList().stream().allMatch(setting -> SETTINGS.contains(setting.getName()));
        boolean inputs = node.getInputList().stream().skip(MASK + 1L).allMatch(String::isEmpty);
        boolean outputs = node.getOutputList().stream().skip(1).allMatch(String::isEmpty);
        boolean both = (Rewritten.attribute(node, "q_num_heads") == null)
                == (Rewritten.attribute(node, "kv_num_heads") == null);
        return node.getOpType().equals("Attention")
                && Set.of("", "ai.onnx").contains(node.getDomain())
                && Rewritten.hasInputs(node, MASK)
                && settings
                && inputs
                && outputs
                && both
                && (mask(node) == null || maskType(node) != DataType.UNDEFINED);
    }

    private static @Nullable String mask(NodeProto node) {
        boolean given = node.getInputCount() > MASK && !node.getInput(MASK).isEmpty();
        return given ? node.getInput(MASK) : null;
    }

    /** FLOAT for all kinds of floats, BOOL, or UNDEFINED. */
    private DataType maskType(NodeProto node) {
        DataType type = graph.elementType(node.getInput(MASK));
        return switch (type) {
            case BOOL -> type;
            case FLOAT, FLOAT16, DOUBLE, BFLOAT16 -> DataType.FLOAT;
            default -> DataType.UNDEFINED;
        };
    }

    @Override
    void writeOut(NodeProto node) {
        long heads = Rewritten.integer(node, "q_num_heads", 0);
        String query = apart(node.getInput(0), "query", heads);
        long own = Rewritten.integer(node, "kv_num_heads", 0);
        String key = repeated(apart(node.getInput(1), "key", own), "key", node);
        String value = repeated(apart(node.getInput(2), "value", own), "value", node);
        String turned = add("Transpose", "key turned", List.of(key), integers("perm", 0, 1, 3, 2));
        String scores = capped(node, add("MatMul", "products", List.of(scaled(node, query), turned)));
        String weights = weights(node, scores, query, key);
        if (heads == 0) {
            addTo(node.getOutput(0), "MatMul", List.of(weights, value));
            return;
        }
        String mixed = add("MatMul", "mixed", List.of(weights, value));
        String together = add("Transpose", "together", List.of(mixed), integers("perm", 0, 2, 1, 3));
        addTo(node.getOutput(0), "Reshape", List.of(together, constant("rows", 0, 0, -1)));
    }

    /** [images, tokens, heads * size] as [images, heads, tokens, size]; an input with its heads apart as it is. */
    private String apart(String input, String name, long heads) {
        if (heads == 0) {
            return input;
        }
        String split = withHeads(input, name, heads);
        return add("Transpose", name + " heads", List.of(split), integers("perm", 0, 2, 1, 3));
    }

    /** Each head as often in a row as heads of queries share it, where the model says how many there are. */
    private String repeated(String input, String name, NodeProto node) {
        long heads = Rewritten.integer(node, "q_num_heads", graph.declaredSize(node.getInput(0), 4, 1));
        long own = Rewritten.integer(node, "kv_num_heads", graph.declaredSize(node.getInput(1), 4, 1));
        long times = own < 1 ? 1 : heads / own;
        if (times <= 1) {
            return input;
        }
        String each = along("Unsqueeze", name + " each", input, 2);
        String more = constant("times", 1, 1, times, 1, 1);
        String repeated = add("Tile", name + " repeated", List.of(each, more));
        // the sizes at places 1 and 2 are one, and what follows is open
        String tokens = add("Shape", name + " sizes", List.of(input), Rewritten.integer("start", 2));
        String start = constant("all", 0, heads);
        String target = add("Concat", name + " target", List.of(start, tokens), Rewritten.integer("axis", 0));
        return add("Reshape", name + " shared", List.of(repeated, target));
    }

    private String scaled(NodeProto node, String query) {
        AttributeProto scale = Rewritten.attribute(node, "scale");
        if (scale != null) {
            return add("Mul", "scaled", List.of(query, number("scale", scale.getF())));
        }
        String size = add("Shape", "size", List.of(query), Rewritten.integer("start", 3));
        String real = add("Cast", "size as number", List.of(size), Rewritten.integer("to", DataType.FLOAT_VALUE));
        return add("Div", "scaled", List.of(query, add("Sqrt", "root of size", List.of(real))));
    }

    private String capped(NodeProto node, String scores) {
        float cap = Rewritten.real(node, "softcap", 0);
        if (cap <= 0) {
            return scores;
        }
        String most = number("cap", cap);
        String small = add("Tanh", "bounded", List.of(add("Div", "small", List.of(scores, most))));
        return add("Mul", "capped", List.of(small, most));
    }

    /** Softmax over the keys that a query may look at; nothing where there are none. */
    private String weights(NodeProto node, String scores, String query, String key) {
        String mask = mask(node);
        boolean real = mask != null && maskType(node) == DataType.FLOAT;
        String allowed = real || mask == null ? "" : mask;
        if (Rewritten.integer(node, "is_causal", 0) != 0) {
            String earlier = earlier(query, key);
            allowed = allowed.isEmpty() ? earlier : add("And", "both", List.of(allowed, earlier));
        }
        String masked = real ? add("Add", "masked", List.of(scores, mask == null ? "" : mask)) : scores;
        if (!allowed.isEmpty()) {
            String lowest = number("lowest", LOWEST);
            masked = add("Where", "allowed", List.of(allowed, masked, lowest));
        }
        String weights = add("Softmax", "weights", List.of(masked), Rewritten.integer("axis", -1));
        String some = real ? some(mask == null ? "" : mask) : "";
        String kept = allowed.isEmpty() ? some : some.isEmpty() ? allowed : add("And", "kept", List.of(allowed, some));
        String none = kept.isEmpty() ? "" : number("none", 0);
        return kept.isEmpty() ? weights : add("Where", "weights kept", List.of(kept, weights, none));
    }

    /** Which queries a mask that is added lets look at anything. */
    private String some(String mask) {
        String most = along("ReduceMax", "largest of mask", mask, -1);
        return add("GreaterOrEqual", "some", List.of(most, number("finite", LOWEST)));
    }

    /** Keys at the place of the query or before. */
    private String earlier(String query, String key) {
        String rows = along("Unsqueeze", "rows", places(query, "queries"), 1);
        return add("LessOrEqual", "earlier", List.of(places(key, "keys"), rows));
    }

    private String places(String tokens, String name) {
        AttributeProto.Builder start = Rewritten.integer("start", 2);
        String sizes = add("Shape", name, List.of(tokens), start, Rewritten.integer("end", 3));
        String count = add("Squeeze", name + " count", List.of(sizes));
        String zero = whole("zero", 0);
        return add("Range", name + " places", List.of(zero, count, whole("one", 1)));
    }
}
