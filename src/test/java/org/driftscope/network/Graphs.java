package org.driftscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.driftscope.support.RandomSource;

/** Small graphs for tests: the input is "x", the output the last node's first one. */
public final class Graphs {
    private Graphs() {}

    /** A node named after its output. */
    public static Node node(String op, String output, Attributes attributes, String... inputs) {
        return new Node(output, op, List.of(inputs), List.of(output), attributes);
    }

    /** A node without settings. */
    public static Node node(String op, String output, String... inputs) {
        return node(op, output, Attributes.none(), inputs);
    }

    /** A network of rank-4 input. */
    public static Network network(int opset, Map<String, Tensor> constants, Node... nodes) {
        String output = nodes[nodes.length - 1].outputs().get(0);
        return new Network(
                "test",
                opset,
                List.of(nodes),
                constants,
                List.of(new ValueShape("x", List.of(-1L, -1L, -1L, -1L))),
                List.of(new ValueShape(output, List.of())),
                "");
    }

    /** 0, 1, 2, ... */
    public static Tensor ramp(long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
        }
        return Tensor.floats(values, shape);
    }

    /** Standard normal numbers. */
    public static Tensor random(RandomSource source, long... shape) {
        double[] numbers = source.gaussians((int) Arrays.stream(shape).reduce(1, (a, b) -> a * b));
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers[i];
        }
        return Tensor.floats(values, shape);
    }

    /** Compares element by element, absolutely. */
    public static void assertClose(Tensor actual, Tensor expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < actual.size(); i++) {
            assertThat((double) actual.floats()[i])
                    .as("element %d", i)
                    .isCloseTo(expected.floats()[i], within(tolerance));
        }
    }
}
