package org.driftscope.training.gradient;

import static org.driftscope.training.gradient.OperatorGradientTest.ints;
import static org.driftscope.training.gradient.OperatorGradientTest.normal;
import static org.driftscope.training.gradient.OperatorGradientTest.of;
import static org.driftscope.training.gradient.OperatorGradientTest.positive;
import static org.driftscope.training.gradient.OperatorGradientTest.spread;

import java.util.Map;
import java.util.stream.Stream;
import org.driftscope.network.Tensor;

/** Operators with their settings and inputs, beyond those of plain convolutional networks. */
final class GradientCases {
    private GradientCases() {}

    static Stream<OperatorGradientTest.Case> more() {
        return Stream.of(
                        smooth(),
                        kinked(),
                        windows(),
                        lines(),
                        running(),
                        conditions(),
                        folds(),
                        moved(),
                        sizes(),
                        pairs(),
                        transposed())
                .flatMap(cases -> cases);
    }

    private static Stream<OperatorGradientTest.Case> smooth() {
        Stream<String> onAll = Stream.of(
                "Exp", "Erf", "Gelu", "Softplus", "Softsign", "Mish", "Sin", "Cos", "Swish", "Neg", "Celu", "Selu");
        Stream<String> onPositive = Stream.of("Sqrt", "Log", "Reciprocal");
        return Stream.concat(
                Stream.concat(
                        onAll.map(op -> of(op, Map.of(), 1, spread(2, 3, 4))),
                        onPositive.map(op -> of(op, Map.of(), 1, positive(2, 3)))),
                Stream.of(of("Gelu tanh", Map.of("approximate", "tanh"), 1, normal(2, 3, 4))));
    }

    private static Stream<OperatorGradientTest.Case> kinked() {
        Tensor apart = Tensor.floats(new float[] {1.3f, -0.7f, 2.2f, -3.4f, 0.1f, -1.6f}, 2, 3);
        Stream<String> steps = Stream.of("Sign", "Floor", "Ceil", "Round", "Abs");
        Stream<String> bent = Stream.of("HardSigmoid", "HardSwish", "ThresholdedRelu", "Shrink");
        return Stream.concat(
                steps.map(op -> of(op, Map.of(), 1, apart)), bent.map(op -> of(op, Map.of(), 1, spread(2, 3, 4, 4))));
    }

    private static Stream<OperatorGradientTest.Case> windows() {
        return Stream.of(
                of(
                        "Conv uneven",
                        Map.of("pads", new long[] {0, 0, 1, 1}, "strides", new long[] {2, 2}),
                        3,
                        normal(2, 2, 5, 5),
                        normal(3, 2, 3, 3),
                        normal(3)),
                of(
                        "Conv SAME",
                        Map.of("auto_pad", "SAME_UPPER", "strides", new long[] {2, 2}),
                        2,
                        normal(1, 2, 4, 6),
                        normal(2, 2, 3, 3)),
                of("Conv 1-D", Map.of("pads", new long[] {1, 2}), 3, normal(2, 2, 7), normal(3, 2, 3), normal(3)),
                of(
                        "MaxPool ceil",
                        Map.of("kernel_shape", new long[] {3, 3}, "strides", new long[] {2, 2}, "ceil_mode", 1L),
                        1,
                        spread(1, 2, 6, 6)),
                of("MaxPool 1-D", Map.of("kernel_shape", new long[] {2}), 1, spread(1, 2, 6)),
                of(
                        "AveragePool uneven",
                        Map.of("kernel_shape", new long[] {2, 2}, "pads", new long[] {0, 0, 1, 1}),
                        1,
                        normal(1, 2, 4, 4)),
                of(
                        "AveragePool counted",
                        Map.of(
                                "kernel_shape",
                                new long[] {3, 2},
                                "pads",
                                new long[] {1, 0, 1, 1},
                                "count_include_pad",
                                1L),
                        1,
                        normal(1, 2, 4, 4)));
    }

    private static Stream<OperatorGradientTest.Case> lines() {
        return Stream.of(
                of("ReduceMean all", Map.of("keepdims", 0L), 1, normal(2, 3)),
                of("ReduceMean", Map.of("axes", new long[] {-1}), 1, normal(2, 3, 4)),
                of("ReduceSum", Map.of("keepdims", 0L), 1, normal(2, 3, 4), ints(1)),
                of("ReduceMax", Map.of("axes", new long[] {2, 3}), 1, spread(2, 2, 3, 3)),
                of("Softmax channels", Map.of("axis", 1L), 1, normal(2, 3, 4)),
                of("driftscope.Normalize from axis", Map.of("axis", -1L, "epsilon", 1e-3f), 1, normal(3, 5)),
                of("driftscope.Normalize uncentred", Map.of("centres", 0L, "epsilon", 1e-3f), 1, normal(3, 5)),
                of(
                        "driftscope.Normalize groups",
                        Map.of("groups", 2L, "epsilon", 1e-3f),
                        3,
                        normal(2, 4, 3),
                        normal(4),
                        normal(4)));
    }

    private static Stream<OperatorGradientTest.Case> running() {
        Tensor apart = Tensor.floats(new float[] {1.3f, -0.7f, 2.2f, -3.4f, 0.1f, -1.6f}, 2, 3);
        Tensor divisors = Tensor.floats(new float[] {0.9f, -0.6f, 1.7f}, 3);
        return Stream.of(
                of("CumSum", Map.of(), 1, normal(2, 3, 4), ints(1)),
                of("CumSum others before", Map.of("exclusive", 1L), 1, normal(2, 3), ints(-1)),
                of("CumSum from the end", Map.of("reverse", 1L, "exclusive", 1L), 1, normal(2, 3), ints(0)),
                of("Hardmax", Map.of("axis", 1L), 1, spread(2, 3, 4)),
                of("LpNormalization", Map.of("axis", 1L), 1, normal(2, 3, 4)),
                of("LpNormalization absolute", Map.of("p", 1L), 1, spread(2, 3)),
                of("Mod", Map.of("fmod", 1L), 2, apart, divisors),
                of("Mod of divisor", Map.of(), 2, apart, divisors));
    }

    private static Stream<OperatorGradientTest.Case> conditions() {
        Tensor yes = Tensor.bools(new long[] {1, 0, 1, 0}, 4);
        Tensor other = Tensor.bools(new long[] {1, 1, 0, 0}, 4);
        Stream<String> comparisons = Stream.of("Greater", "GreaterOrEqual", "Less", "LessOrEqual");
        return Stream.concat(
                Stream.concat(
                        comparisons.map(op -> of(op, Map.of(), 0, normal(2, 3), normal(3))),
                        Stream.of("And", "Or", "Xor").map(op -> of(op, Map.of(), 0, yes, other))),
                Stream.of(of("Not", Map.of(), 0, yes)));
    }

    private static Stream<OperatorGradientTest.Case> folds() {
        Tensor oneZero = Tensor.floats(new float[] {0.7f, 0, -1.2f, 0.4f, 1.1f, 2}, 2, 3);
        return Stream.of(
                of("ReduceLogSumExp", Map.of("axes", new long[] {1}, "keepdims", 0L), 1, normal(2, 3, 2)),
                of("ReduceLogSumExp all", Map.of(), 1, normal(2, 3)),
                of("ReduceProd", Map.of("axes", new long[] {0, 2}), 1, normal(2, 3, 2)),
                of("ReduceProd zero", Map.of("axes", new long[] {1}), 1, oneZero),
                of("GlobalMaxPool", Map.of(), 1, spread(2, 2, 3, 2)),
                of("GlobalMaxPool 1-D", Map.of(), 1, spread(2, 2, 3)),
                of("LRN", Map.of("size", 3L, "alpha", 0.5f, "beta", 0.6f, "bias", 2f), 1, normal(2, 4, 2, 1)),
                of("LRN even", Map.of("size", 4L, "alpha", 0.5f), 1, normal(1, 5, 2, 2)),
                of("Einsum", Map.of("equation", "bij,bkj->bik"), 2, normal(2, 3, 4), normal(2, 2, 4)),
                of("Einsum turned", Map.of("equation", "r...c->...cr"), 1, normal(2, 3, 2, 4)),
                of("Einsum summed", Map.of("equation", "ij,k->k"), 2, normal(2, 3), normal(2)));
    }

    private static Stream<OperatorGradientTest.Case> sizes() {
        Tensor none = Tensor.floats(new float[0], 0);
        Tensor scales = Tensor.floats(new float[] {1, 1, 2, 1.5f}, 4);
        Tensor input = normal(1, 2, 3, 4);
        Map<String, Object> linear = Map.of("mode", "linear", "coordinate_transformation_mode", "align_corners");
        Map<String, Object> antialias = Map.of("mode", "cubic", "antialias", 1L);
        return Stream.of(
                of("Resize", Map.of(), 1, input, none, scales),
                of("Resize linear", linear, 1, input, none, none, ints(1, 2, 5, 3)),
                of("Resize cubic", Map.of("mode", "cubic"), 1, input, none, scales),
                of("Resize antialias", antialias, 1, normal(1, 1, 7, 5), none, none, ints(1, 1, 3, 2)),
                of("Upsample", Map.of("mode", "linear"), 1, normal(1, 1, 2, 2), scales));
    }

    private static Stream<OperatorGradientTest.Case> moved() {
        return Stream.of(
                of("Pad", Map.of(), 1, normal(1, 2, 3, 3), ints(0, 0, 1, 0, 0, 0, 1, 2)),
                of("Pad reflect", Map.of("mode", "reflect"), 1, normal(1, 1, 3, 4), ints(0, 0, 1, 2, 0, 0, 1, 1)),
                of("Pad edge", Map.of("mode", "edge"), 1, normal(1, 1, 3, 3), ints(0, 0, 1, 0, 0, 0, 0, 2)),
                of("Pad cut", Map.of(), 1, normal(1, 1, 4, 4), ints(0, 0, -1, 0, 0, 0, 0, -1)),
                of("Gather", Map.of("axis", 1L), 1, normal(2, 4, 2), ints(3, 0, 3)),
                of("Expand", Map.of(), 1, normal(2, 1, 3), ints(2, 4, 3)),
                of("Tile", Map.of(), 1, normal(2, 3), ints(2, 2)),
                of("Squeeze all", Map.of(), 1, normal(2, 1, 3, 1)),
                of("DepthToSpace", Map.of("blocksize", 2L), 1, normal(1, 4, 2, 3)),
                of("SpaceToDepth", Map.of("blocksize", 2L), 1, normal(1, 2, 4, 2)),
                of("Slice backwards", Map.of(), 1, normal(2, 5), ints(-1), ints(-9), ints(1), ints(-2)),
                of("driftscope.Part", Map.of("axis", 1L, "parts", 2L, "part", 1L), 1, normal(2, 4)),
                of("Cast", Map.of("to", 1L), 1, normal(2, 3)));
    }

    private static Stream<OperatorGradientTest.Case> transposed() {
        return Stream.of(
                of("ConvTranspose", Map.of(), 3, normal(2, 3, 3, 4), normal(3, 2, 2, 3), normal(2)),
                of(
                        "ConvTranspose cut",
                        Map.of(
                                "strides",
                                new long[] {2, 2},
                                "pads",
                                new long[] {1, 0, 0, 1},
                                "output_padding",
                                new long[] {1, 0}),
                        2,
                        normal(1, 2, 3, 3),
                        normal(2, 2, 3, 3)),
                of(
                        "ConvTranspose groups",
                        Map.of("group", 2L, "dilations", new long[] {1, 2}),
                        3,
                        normal(2, 4, 2, 3),
                        normal(4, 3, 2, 2),
                        normal(6)),
                of("ConvTranspose 1-D", Map.of("strides", new long[] {3}), 2, normal(2, 2, 4), normal(2, 1, 2)),
                of("TopK", Map.of(), 1, spread(2, 7), ints(3)),
                of("TopK least", Map.of("axis", 1L, "largest", 0L), 1, spread(2, 5, 3), ints(2)));
    }

    private static Stream<OperatorGradientTest.Case> pairs() {
        Tensor mask = Tensor.bools(new long[] {1, 0, 1}, 3);
        Tensor two = Tensor.floats(new float[] {2}, 1);
        return Stream.of(
                of("MatMul batched", Map.of(), 2, normal(2, 3, 4, 2), normal(3, 2, 5)),
                of("Max", Map.of(), 2, spread(2, 3, 4), normal(3, 1)),
                of("Min", Map.of(), 2, spread(2, 3, 4), normal(3, 1)),
                of("PRelu", Map.of(), 2, spread(2, 3, 4), normal(3, 1)),
                of("Where", Map.of(), 3, mask, normal(2, 3), normal(3)),
                of("Pow", Map.of(), 1, positive(2, 3), two),
                of("Pow of integers", Map.of(), 1, normal(2, 3), ints(2)));
    }
}
