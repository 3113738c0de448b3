package org.driftscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
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

    /** conv, norm, relu; a residual block with a strided shortcut of more channels; pool, flatten, dense: 3x8x8 to 5. */
    public static Network residual(RandomSource random) {
        Map<String, Tensor> constants = new HashMap<>();
        constants.put("stem.weight", random(random.child("stem"), 16, 3, 3, 3));
        constants.put("block.conv1.weight", random(random.child("1"), 24, 16, 3, 3));
        constants.put("block.conv2.weight", random(random.child("2"), 24, 24, 3, 3));
        constants.put("fc.weight", random(random.child("fc"), 5, 24));
        for (String norm : List.of("stem.bn", "block.bn")) {
            int channels = norm.startsWith("stem") ? 16 : 24;
            for (String setting : List.of("scale", "bias", "mean", "var")) {
                Tensor values = random(random.child(norm).child(setting), channels);
                if (setting.equals("var")) {
                    for (int i = 0; i < channels; i++) {
                        values.floats()[i] = 1 + Math.abs(values.floats()[i]);
                    }
                }
                constants.put(norm + "." + setting, values);
            }
        }
        constants.put("starts", Tensor.ints(new long[] {0, 0}, 2));
        constants.put("ends", Tensor.ints(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}, 2));
        constants.put("axes", Tensor.ints(new long[] {2, 3}, 2));
        constants.put("steps", Tensor.ints(new long[] {2, 2}, 2));
        constants.put("pads", Tensor.ints(new long[] {0, 4, 0, 0, 0, 4, 0, 0}, 8));
        Attributes same = Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1}));
        Attributes half = Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1}, "strides", new long[] {2, 2}));
        return network(
                13,
                constants,
                node("Conv", "stem.out", same, "x", "stem.weight"),
                node(
                        "BatchNormalization",
                        "stem.bn",
                        "stem.out",
                        "stem.bn.scale",
                        "stem.bn.bias",
                        "stem.bn.mean",
                        "stem.bn.var"),
                node("Relu", "stem.relu", "stem.bn"),
                node("Conv", "block.out1", half, "stem.relu", "block.conv1.weight"),
                node("Relu", "block.relu", "block.out1"),
                node("Conv", "block.out2", same, "block.relu", "block.conv2.weight"),
                node(
                        "BatchNormalization",
                        "block.bn",
                        "block.out2",
                        "block.bn.scale",
                        "block.bn.bias",
                        "block.bn.mean",
                        "block.bn.var"),
                node("Slice", "short.slice", "stem.relu", "starts", "ends", "axes", "steps"),
                node("Pad", "short", "short.slice", "pads"),
                node("Add", "sum", "block.bn", "short"),
                node("Relu", "out", "sum"),
                node("GlobalAveragePool", "pool", "out"),
                node("Flatten", "flat", "pool"),
                node("Gemm", "scores", Attributes.of(Map.of("transB", 1L)), "flat", "fc.weight"));
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
