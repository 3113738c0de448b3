package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.List;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;

/** Puts operators that do one thing each in the place of one that does several. */
abstract class InPieces {
    final Rewritten graph;
    private final List<NodeProto> result = new ArrayList<>();
    /** What the names of the pieces start with. */
    private String prefix = "";

    InPieces(Rewritten graph) {
        this.graph = graph;
    }

    /** Whether a node can be written out; one that cannot stays as it is, to be refused by name. */
    abstract boolean isKnown(NodeProto node);

    abstract void writeOut(NodeProto node);

    final void rewrite() {
        graph.nodes().forEach(node -> {
            if (isKnown(node)) {
                prefix = (node.getName().isEmpty() ? node.getOutput(0) : node.getName()) + "/";
                writeOut(node);
            } else {
                result.add(node);
            }
        });
        graph.replace(result);
    }

    /** Adds a piece. @return its result */
    final String add(String op, String name, List<String> inputs, AttributeProto.Builder... settings) {
        return addTo(graph.fresh(prefix + name), op, inputs, settings);
    }

    /** Adds a piece whose result has a given name. */
    final String addTo(String output, String op, List<String> inputs, AttributeProto.Builder... settings) {
        NodeProto.Builder node = Rewritten.node(graph.fresh(prefix + op), op, output, inputs.toArray(String[]::new));
        for (AttributeProto.Builder setting : settings) {
            node.addAttribute(setting);
        }
        result.add(node.build());
        return output;
    }

    /** An operator whose axis is a setting in old opsets and an input in new ones. */
    final String along(String op, String name, String input, long axis) {
        boolean old = graph.opset() < (op.equals("ReduceMax") ? 18 : 13);
        return old
                ? add(op, name, List.of(input), integers("axes", axis))
                : add(op, name, List.of(input, constant(name + " axis", axis)));
    }

    /** [images, tokens, heads * size] as [images, tokens, heads, size]; refused where the input has its heads apart. */
    final String withHeads(String input, String name, long heads) {
        // nothing on three axes, and refused on four, whose sizes would be mixed up
        String longer = along("Unsqueeze", name + " checked", input, 3);
        String rows = along("Squeeze", name + " rows", longer, -1);
        return add("Reshape", name + " split", List.of(rows, constant(name + " heads", 0, 0, heads, -1)));
    }

    final String constant(String name, long... values) {
        return graph.integers(prefix + name, values);
    }

    final String whole(String name, long value) {
        return graph.whole(prefix + name, value);
    }

    final String number(String name, float value) {
        return graph.number(prefix + name, value);
    }

    static AttributeProto.Builder integers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }
}
