package org.driftscope.io.onnx.standard;

import java.util.List;
import java.util.Set;
import onnx.Onnx.NodeProto;

/** IsNaN and IsInf as comparisons: what is no number differs from itself. Exporters guard masked softmaxes with them. */
final class SpecialNumbers extends InPieces {
    SpecialNumbers(Rewritten graph) {
        super(graph);
    }

    @Override
    boolean isKnown(NodeProto node) {
        return Set.of("IsNaN", "IsInf").contains(node.getOpType())
                && Set.of("", "ai.onnx").contains(node.getDomain())
                && node.getInputCount() == 1
                && Rewritten.hasInputs(node, 1);
    }

    @Override
    void writeOut(NodeProto node) {
        String x = node.getInput(0);
        if (node.getOpType().equals("IsNaN")) {
            addTo(node.getOutput(0), "Not", List.of(add("Equal", "same", List.of(x, x))));
            return;
        }
        boolean above = Rewritten.integer(node, "detect_positive", 1) != 0;
        boolean below = Rewritten.integer(node, "detect_negative", 1) != 0;
        if (above && below) {
            compare(node, add("Abs", "size", List.of(x)), Float.POSITIVE_INFINITY);
        } else if (above || below) {
            compare(node, x, above ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY);
        } else {
            addTo(node.getOutput(0), "Less", List.of(x, x));
        }
    }

    private void compare(NodeProto node, String x, float infinity) {
        addTo(node.getOutput(0), "Equal", List.of(x, number("infinity", infinity)));
    }
}
