package org.driftscope.io.onnx.standard;

import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.driftscope.support.ModelFormatException;

/**
 * A model's graph in the form that is read.
 *
 * @param graph of operators of ONNX's own domain, as far as the others are known
 * @param opset whose meaning the operators have
 */
public record StandardGraph(GraphProto graph, int opset) {
    /** Opset 6 differs from 7 by how operands are broadcast, and is rewritten as 7. */
    private static final int BROADCASTS = 7;

    /**
     * @param opset that the model names for ONNX's own domain
     * @throws org.driftscope.support.ModelFormatException where a function calls itself or does not fit its call
     */
    public static StandardGraph of(String file, ModelProto model, int opset) {
        List<NodeProto> nodes = FunctionInlining.of(file, model, opset);
        nodes.forEach(node -> requireOutput(file, node));
        GraphProto.Builder graph = model.getGraph().toBuilder();
        Rewritten rewritten = new Rewritten(graph, nodes, opset);
        ContribOperators.rewrite(rewritten);
        ContribAttention.rewrite(rewritten);
        new AttentionInPieces(rewritten).rewrite();
        new RotaryInPieces(rewritten).rewrite();
        new SpecialNumbers(rewritten).rewrite();
        if (opset < BROADCASTS) {
            OldBroadcasts.rewrite(file, rewritten);
        }
        graph.clearNode().addAllNode(rewritten.nodes());
        List<TensorProto> added = rewritten.constants();
        return new StandardGraph(graph.addAllInitializer(added).build(), Math.max(opset, BROADCASTS));
    }

    private static void requireOutput(String file, NodeProto node) {
        if (node.getOutputCount() == 0) {
            throw new ModelFormatException(file + ": node '" + node.getName() + "' (" + node.getOpType()
                    + ") has no output. The graph is damaged: export the model again.");
        }
    }
}
