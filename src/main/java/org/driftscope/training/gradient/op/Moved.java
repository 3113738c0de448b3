package org.driftscope.training.gradient.op;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.training.gradient.FloatArrays;
import org.driftscope.training.gradient.OpCall;
import org.driftscope.training.gradient.Recorded;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Operators that only move elements of their first input: run once on the elements' numbers, which tells where each
 * element of the result comes from and where its gradient goes.
 */
final class Moved {
    private Moved() {}

    static Recorded run(OpCall call) {
        return run(call, call.node(), 0, 0);
    }

    /** Pad: what lies outside the input has the filler's value and no gradient. */
    static Recorded pad(OpCall call) {
        Node node = call.node();
        List<String> inputs = new ArrayList<>(node.inputs());
        boolean given = call.opset() >= 11 && call.has(2);
        if (given) {
            inputs.set(2, "");
        }
        float filler = given ? call.real(2, "value", 0) : call.attributes().real("value", 0);
        Node plain = new Node(node.name(), node.op(), inputs, node.outputs(), node.attributes());
        return run(call, plain, 0, filler);
    }

    /**
     * @param node what moves, with settings that are constants
     * @param output which of its outputs
     * @param filler of places that no element comes to
     */
    static Recorded run(OpCall call, Node node, int output, float filler) {
        INDArray input = call.input(0);
        float[] x = FloatArrays.copyOf(input);
        Tensor sources = sources(call, node, input.shape(), x.length, output);
        return recorded(input, x, sources.longs(), sources.shape(), filler);
    }

    /** TopK: which elements are the largest is found at every run. */
    static Recorded best(OpCall call) {
        INDArray input = call.input(0);
        float[] x = FloatArrays.copyOf(input);
        Map<String, Tensor> known = settings(call, call.node());
        known.put(call.node().input(0), Tensor.floats(x, input.shape()));
        Tensor places = NodeEvaluation.run(call.node(), call.opset(), known).get(1);
        long[] shape = places.shape();
        int declared = (int) call.attributes().integer("axis", -1);
        int axis = declared < 0 ? declared + shape.length : declared;
        long inner = LongStream.of(shape).skip(axis + 1L).reduce(1, (a, b) -> a * b);
        long[] from = places.longs().clone();
        for (int i = 0; i < from.length; i++) {
            long line = i / (inner * shape[axis]);
            from[i] = (line * input.size(axis) + from[i]) * inner + i % inner + 1;
        }
        return recorded(input, x, from, shape, 0);
    }

    /** @param from for each element of the result the number of the input's, counted from 1; 0 for none */
    private static Recorded recorded(INDArray input, float[] x, long[] from, long[] shape, float filler) {
        float[] y = new float[from.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = from[i] == 0 ? filler : x[(int) from[i] - 1];
        }
        return new Recorded(FloatArrays.of(y, shape), (gradient, inputs) -> {
            float[] dy = FloatArrays.copyOf(gradient);
            float[] dx = new float[x.length];
            for (int i = 0; i < dy.length; i++) {
                if (from[i] > 0) {
                    dx[(int) from[i] - 1] += dy[i];
                }
            }
            inputs.add(0, FloatArrays.of(dx, input.shape()));
        });
    }

    /** For each element of the result the number of the one it is, counted from 1; 0 for none. */
    private static Tensor sources(OpCall call, Node node, long[] shape, int size, int output) {
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i + 1L;
        }
        Map<String, Tensor> known = settings(call, node);
        known.put(node.input(0), Tensor.ints(numbers, shape));
        return NodeEvaluation.run(node, call.opset(), known).get(output);
    }

    /** All inputs but the first, by name. */
    private static Map<String, Tensor> settings(OpCall call, Node node) {
        Map<String, Tensor> known = new HashMap<>();
        for (int i = 1; i < node.inputs().size(); i++) {
            Tensor setting = call.constants().get(node.input(i));
            if (setting == null && node.hasInput(i)) {
                throw call.unsupported("input " + i + " has to be constant");
            }
            if (setting != null) {
                known.put(node.input(i), setting);
            }
        }
        return known;
    }
}
