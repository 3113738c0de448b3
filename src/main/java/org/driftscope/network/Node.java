package org.driftscope.network;

import java.util.List;

/**
 * One operation of a graph, in ONNX's terms.
 *
 * @param name unique in its graph
 * @param op ONNX operator, e.g. "Conv"
 * @param inputs names of values; "" where an optional input is left out
 * @param outputs names of values; "" where an optional output is not wanted
 * @param attributes the operator's settings
 */
public record Node(String name, String op, List<String> inputs, List<String> outputs, Attributes attributes) {
    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** The name of input {@code index}, or "" where it is absent. */
    public String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    public boolean hasInput(int index) {
        return !input(index).isEmpty();
    }
}
