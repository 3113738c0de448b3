package org.driftscope.training.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.support.ModelFormatException;
import org.driftscope.training.gradient.op.DifferentiableOps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class OperatorGradientTest {
    /** An operator with settings and inputs, the first {@code checked} of which have gradients. */
    record Case(String name, String op, Attributes attributes, int checked, Tensor... inputs) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Case of(String name, Map<String, Object> attributes, int checked, Tensor... inputs) {
        return new Case(name, name.split(" ")[0], Attributes.of(attributes), checked, inputs);
    }

    static Tensor normal(long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Tensor.floats(FiniteDifferences.random("input" + Arrays.toString(shape), size), shape);
    }

    /** Values far enough from 0, from +-1 and from each other that no small step crosses a kink. */
    static Tensor spread(long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = ((i * 7919) % size - size / 2) * 0.13f + 0.04f;
        }
        return Tensor.floats(values, shape);
    }

    static Tensor positive(long... shape) {
        Tensor tensor = normal(shape);
        float[] values = tensor.floats().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5f + Math.abs(values[i]);
        }
        return Tensor.floats(values, shape);
    }

    static Tensor ints(long... values) {
        return Tensor.ints(values, values.length);
    }

    static Stream<Case> cases() {
        return Stream.concat(GradientCases.more(), first());
    }

    private static Stream<Case> first() {
        return Stream.of(
                of(
                        "Conv 3x3",
                        Map.of("pads", new long[] {1, 1, 1, 1}),
                        3,
                        normal(2, 3, 5, 4),
                        normal(4, 3, 3, 3),
                        normal(4)),
                of(
                        "Conv stride 2",
                        Map.of("strides", new long[] {2, 2}, "pads", new long[] {1, 1, 1, 1}),
                        2,
                        normal(1, 2, 6, 6),
                        normal(3, 2, 3, 3)),
                of(
                        "Conv 1x1 stride 2",
                        Map.of("strides", new long[] {2, 2}),
                        2,
                        normal(2, 2, 4, 4),
                        normal(3, 2, 1, 1)),
                of("Conv dilated", Map.of("dilations", new long[] {2, 2}), 2, normal(1, 2, 6, 6), normal(2, 2, 3, 3)),
                of("Conv groups", Map.of("group", 2L), 3, normal(1, 4, 4, 4), normal(4, 2, 3, 3), normal(4)),
                of("Conv same", Map.of("auto_pad", "SAME_UPPER"), 2, normal(1, 2, 5, 5), normal(2, 2, 3, 3)),
                of(
                        "BatchNormalization",
                        Map.of("epsilon", 1e-3f),
                        3,
                        normal(3, 2, 2, 3),
                        normal(2),
                        normal(2),
                        normal(2),
                        positive(2)),
                of(
                        "Gemm transB",
                        Map.of("transB", 1L, "alpha", 0.5f, "beta", 2f),
                        3,
                        normal(3, 4),
                        normal(2, 4),
                        normal(2)),
                of("Gemm plain", Map.of(), 2, normal(3, 4), normal(4, 2)),
                of("Gemm transA", Map.of("transA", 1L), 3, normal(4, 3), normal(4, 2), normal(3, 1)),
                of("Gemm both", Map.of("transA", 1L, "transB", 1L), 2, normal(4, 3), normal(2, 4)),
                of("MatMul", Map.of(), 2, normal(3, 4), normal(4, 2)),
                of("MatMul 3-D", Map.of(), 2, normal(2, 3, 4), normal(4, 2)),
                of("Relu", Map.of(), 1, spread(2, 3, 4)),
                of("LeakyRelu", Map.of("alpha", 0.2f), 1, spread(2, 3, 4)),
                of("Elu", Map.of("alpha", 1.5f), 1, spread(2, 3, 4)),
                of("Sigmoid", Map.of(), 1, normal(2, 5)),
                of("Tanh", Map.of(), 1, normal(2, 5)),
                of(
                        "Clip inputs",
                        Map.of(),
                        1,
                        spread(3, 4),
                        Tensor.floats(new float[] {-0.5f}),
                        Tensor.floats(new float[] {0.5f})),
                of("Clip attributes", Map.of("min", -0.4f), 1, spread(3, 4)),
                of("Softmax", Map.of(), 1, normal(3, 4)),
                of("LogSoftmax", Map.of(), 1, normal(3, 4)),
                of("Add", Map.of(), 2, normal(2, 3, 2, 2), normal(2, 3, 2, 2)),
                of("Add broadcast", Map.of(), 2, normal(2, 3, 2, 2), normal(3, 1, 1)),
                of("Sub broadcast", Map.of(), 2, normal(3, 1), normal(2, 3, 4)),
                of("Mul", Map.of(), 2, normal(2, 3), normal(2, 3)),
                of("Mul broadcast", Map.of(), 2, normal(2, 3, 2), normal(1, 3, 1)),
                of("Div broadcast", Map.of(), 2, normal(2, 3), positive(3)),
                of(
                        "MaxPool",
                        Map.of("kernel_shape", new long[] {3, 3}, "strides", new long[] {2, 2}, "pads", new long[] {
                            1, 1, 1, 1
                        }),
                        1,
                        spread(2, 2, 5, 5)),
                of(
                        "AveragePool",
                        Map.of("kernel_shape", new long[] {2, 2}, "strides", new long[] {2, 2}),
                        1,
                        normal(2, 2, 4, 4)),
                of(
                        "AveragePool padded",
                        Map.of("kernel_shape", new long[] {3, 3}, "pads", new long[] {1, 1, 1, 1}),
                        1,
                        normal(1, 2, 4, 4)),
                of(
                        "AveragePool padding counted",
                        Map.of(
                                "kernel_shape",
                                new long[] {3, 3},
                                "pads",
                                new long[] {1, 1, 1, 1},
                                "count_include_pad",
                                1L),
                        1,
                        normal(1, 2, 4, 4)),
                of("GlobalAveragePool", Map.of(), 1, normal(2, 3, 4, 2)),
                of("ReduceMean", Map.of("axes", new long[] {-1}, "keepdims", 0L), 1, normal(2, 3, 4)),
                of("Identity", Map.of(), 1, normal(2, 3)),
                of("Dropout", Map.of(), 1, normal(2, 3)),
                of("Flatten", Map.of(), 1, normal(2, 3, 2)),
                of("Reshape", Map.of(), 1, normal(2, 3, 2), ints(0, -1)),
                of("Squeeze", Map.of("axes", new long[] {1}), 1, normal(2, 1, 3)),
                of("Unsqueeze", Map.of("axes", new long[] {0, 3}), 1, normal(2, 3)),
                of("Transpose", Map.of("perm", new long[] {2, 0, 1}), 1, normal(2, 3, 4)),
                of("Concat", Map.of("axis", 1L), 2, normal(2, 3, 2), normal(2, 1, 2)),
                of("Slice", Map.of(), 1, normal(2, 3, 5, 4), ints(0, 1), ints(5, 4), ints(2, 3), ints(2, 2)),
                of("Pad", Map.of(), 1, normal(2, 3), ints(0, 1, 2, 0)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsMatchFiniteDifferences(Case one) {
        new FiniteDifferences(one.op(), one.attributes(), BatchNormMode.FROZEN, one.inputs())
                .check(one.checked(), 2e-3);
    }

    @Test
    void trainingBatchNormPassesGradientsThroughItsStatistics() {
        new FiniteDifferences(
                        "BatchNormalization",
                        Attributes.of(Map.of("epsilon", 1e-3f)),
                        BatchNormMode.TRAINING,
                        normal(4, 2, 3, 3),
                        normal(2),
                        normal(2),
                        normal(2),
                        positive(2))
                .check(3, 5e-3);
    }

    /** Before opset 13 all axes from one on are a line. */
    @ParameterizedTest
    @ValueSource(strings = {"Softmax", "LogSoftmax"})
    void oldSoftmaxPassesGradientsOverAllAxes(String op) {
        Attributes axis = Attributes.of(Map.of("axis", 2L));
        new FiniteDifferences(11, op, axis, BatchNormMode.FROZEN, normal(2, 2, 2, 3)).check(1, 2e-3);
        new FiniteDifferences(11, op, Attributes.none(), BatchNormMode.FROZEN, normal(2, 3, 2)).check(1, 2e-3);
    }

    private static Network choosing(Node... last) {
        List<Node> nodes = new ArrayList<>(List.of(
                new Node("a", "Greater", List.of("x", "zero"), List.of("above"), Attributes.none()),
                new Node("b", "Not", List.of("above"), List.of("below"), Attributes.none())));
        nodes.addAll(List.of(last));
        return new Network("test", 13, nodes, Map.of(), List.of(), List.of(), "");
    }

    @Test
    void comparisonsThatOnlyChooseOrMaskNeedNoGradient() {
        Node where = new Node("c", "Where", List.of("below", "x", "z"), List.of("y"), Attributes.none());
        Node cast = new Node("d", "Cast", List.of("below"), List.of("mask"), Attributes.none());
        Node times = new Node("e", "Mul", List.of("x", "mask"), List.of("w"), Attributes.none());
        Node product = new Node("f", "MatMul", List.of("mask", "w"), List.of("z"), Attributes.none());
        assertThat(DifferentiableOps.missing(choosing(where))).isEmpty();
        assertThat(DifferentiableOps.missing(choosing(where, cast, times))).isEmpty();
        // a layer of steps alone has no slope
        assertThat(DifferentiableOps.missing(choosing(where, cast, product)))
                .containsExactlyInAnyOrder("Greater", "Not");
    }

    @Test
    void everyOperatorHasACase() {
        Set<String> checked = cases().map(Case::op).collect(Collectors.toSet());
        assertThat(checked).isEqualTo(DifferentiableOps.names());
    }

    /** Operators that are written in terms of others have to be as they are when they run by themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceMin", "ReduceSumSquare"})
    void reductionsInTermsOfOthersGiveTheSame(String op) {
        Node node = new Node("r", op, List.of("x"), List.of("y"), Attributes.of(Map.of("axes", new long[] {2})));
        Tensor x = positive(2, 3, 4);
        ValueShape input = new ValueShape("x", List.of(2L, 3L, 4L));
        Network network = new Network("test", 13, List.of(node), Map.of(), List.of(input), List.of(), "");
        Map<String, INDArray> known = new HashMap<>(Map.of("x", FloatArrays.of(x.floats(), x.shape())));
        for (Node part : Lowering.of(network).nodes()) {
            OpCall call = new OpCall(part, known, Map.of(), 13, BatchNormMode.FROZEN, (seen, moments) -> {});
            known.put(
                    part.outputs().get(0),
                    DifferentiableOps.of(part.op()).run(call).output());
        }
        float[] expected = NodeEvaluation.run(node, 13, Map.of("x", x)).get(0).floats();
        assertThat(FloatArrays.copyOf(known.get("y"))).containsExactly(expected, within(1e-5f));
    }

    @Test
    void operatorsWithoutGradientAreNamedAllAtOnce() {
        List<Node> nodes = List.of(
                new Node("a", "ArgMax", List.of("x"), List.of("y"), Attributes.none()),
                new Node("b", "Equal", List.of("y"), List.of("z"), Attributes.none()));
        Network network = new Network("test", 13, nodes, Map.of(), List.of(), List.of(), "");
        assertThatThrownBy(() -> DifferentiableOps.requireAll(network))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("ArgMax, Equal");
    }
}
