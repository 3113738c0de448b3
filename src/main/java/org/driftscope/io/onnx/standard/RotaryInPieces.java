package org.driftscope.io.onnx.standard;

import java.util.List;
import java.util.Set;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;

/**
 * ONNX's RotaryEmbedding (opset 23) written out: of each pair (a, b) of a token's numbers it makes (a cos - b sin, a sin + b
 * cos). Pairs are neighbours where they are interleaved, else halves.
 */
final class RotaryInPieces extends InPieces {
    private static final int PLACES = 3;

    RotaryInPieces(Rewritten graph) {
        super(graph);
    }

    @Override
    boolean isKnown(NodeProto node) {
        return node.getOpType().equals("RotaryEmbedding")
                && Set.of("", "ai.onnx").contains(node.getDomain())
                && Rewritten.hasInputs(node, PLACES)
                && turnsAsManyAsItHasAngles(node);
    }

    private boolean turnsAsManyAsItHasAngles(NodeProto node) {
        long size = Rewritten.integer(node, "rotary_embedding_dim", 0);
        List<Long> angles = graph.constantShape(node.getInput(1));
        return size == 0 || angles == null || (!angles.isEmpty() && angles.get(angles.size() - 1) * 2 == size);
    }

    @Override
    void writeOut(NodeProto node) {
        long heads = Rewritten.integer(node, "num_heads", 0);
        boolean apart = heads == 0 || graph.declaredSize(node.getInput(0), 4, 1) > 0;
        // tokens are at place 2 where heads are apart, at 1 before
        String x = apart ? node.getInput(0) : withHeads(node.getInput(0), "tokens", heads);
        long size = Rewritten.integer(node, "rotary_embedding_dim", 0);
        String turning = size == 0 ? x : part(x, "turning", 0, size);
        boolean neighbours = Rewritten.integer(node, "interleaved", 0) != 0;
        int axis = neighbours ? 4 : 3;
        long[] pairs = neighbours ? new long[] {0, 0, 0, -1, 2} : new long[] {0, 0, 0, 2, -1};
        String split = add("Reshape", "pairs", List.of(turning, constant("pairs shape", pairs)));
        AttributeProto.Builder at = Rewritten.integer("axis", axis);
        String a = add("Gather", "first", List.of(split, whole("zero", 0)), at);
        String b = add("Gather", "second", List.of(split, whole("one", 1)), at);
        String cos = angles(node, 1, "cos", apart);
        String sin = angles(node, 2, "sin", apart);
        String first = add("Sub", "first turned", List.of(times(a, cos, "a cos"), times(b, sin, "b sin")));
        String second = add("Add", "second turned", List.of(times(a, sin, "a sin"), times(b, cos, "b cos")));
        List<String> both = List.of(
                along("Unsqueeze", "first apart", first, axis), along("Unsqueeze", "second apart", second, axis));
        String joined = add("Concat", "turned pairs", both, at);
        String turned = add("Reshape", "turned", List.of(joined, constant("turned shape", 0, 0, 0, -1)));
        String whole = size == 0
                ? turned
                : add("Concat", "whole", List.of(turned, part(x, "rest", size, Integer.MAX_VALUE)), last());
        if (apart) {
            addTo(node.getOutput(0), "Identity", List.of(whole));
        } else {
            addTo(node.getOutput(0), "Reshape", List.of(whole, constant("together", 0, 0, -1)));
        }
    }

    /** Of each token, the same for all heads. */
    private String angles(NodeProto node, int input, String name, boolean apart) {
        boolean placed = node.getInputCount() > PLACES && !node.getInput(PLACES).isEmpty();
        String ofTokens = placed
                ? add(
                        "Gather",
                        name + " of tokens",
                        List.of(node.getInput(input), node.getInput(PLACES)),
                        Rewritten.integer("axis", 0))
                : node.getInput(input);
        return along("Unsqueeze", name, ofTokens, apart ? 1 : 2);
    }

    private String times(String left, String right, String name) {
        return add("Mul", name, List.of(left, right));
    }

    private String part(String x, String name, long start, long end) {
        return add(
                "Slice",
                name,
                List.of(
                        x,
                        constant(name + " start", start),
                        constant(name + " end", end),
                        constant(name + " axis", 3)));
    }

    private static AttributeProto.Builder last() {
        return Rewritten.integer("axis", 3);
    }
}
