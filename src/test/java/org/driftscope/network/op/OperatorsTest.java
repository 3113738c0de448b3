package org.driftscope.network.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Call;
import org.driftscope.network.op.array.Layouts;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.op.array.Value;
import org.driftscope.support.IncompatibleShapeException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Operators against their formula, where ONNX's suite in the tests' folder does not reach. */
class OperatorsTest {
    private static final Tensor X = Graphs.random(RandomSource.of(5), 2, 3, 4, 5);

    @TestFactory
    Stream<DynamicTest> functionsOfOneNumberFollowTheirFormulaInEitherLayout() {
        return Stream.of(
                        function("Relu", Map.of(), x -> Math.max(0, x)),
                        function("LeakyRelu", Map.of("alpha", 0.1f), x -> x < 0 ? 0.1 * x : x),
                        function("Elu", Map.of("alpha", 2f), x -> x < 0 ? 2 * Math.expm1(x) : x),
                        function("Selu", Map.of(), x -> 1.0507010 * (x < 0 ? 1.6732632 * Math.expm1(x) : x)),
                        function("Gelu", Map.of(), x -> x * normal(x)),
                        function("Gelu", Map.of("approximate", "tanh"), OperatorsTest::geluTanh),
                        function("Sigmoid", Map.of(), x -> 1 / (1 + Math.exp(-x))),
                        function("Tanh", Map.of(), Math::tanh),
                        function("HardSigmoid", Map.of("alpha", 0.5f), x -> Math.min(1, Math.max(0, 0.5 * x + 0.5))),
                        function("HardSwish", Map.of(), x -> x * Math.min(1, Math.max(0, x / 6 + 0.5))),
                        function("Exp", Map.of(), Math::exp),
                        function("Neg", Map.of(), x -> -x),
                        function("Abs", Map.of(), Math::abs),
                        function("Reciprocal", Map.of(), x -> 1 / x),
                        function("Erf", Map.of(), x -> 2 * normal(x * Math.sqrt(2)) - 1))
                .flatMap(Function::tests);
    }

    private record Function(String op, Map<String, Object> settings, DoubleUnaryOperator formula) {
        Stream<DynamicTest> tests() {
            return Stream.of(false, true)
                    .map(last ->
                            DynamicTest.dynamicTest(op + settings + (last ? " NHWC" : " NCHW"), () -> check(last)));
        }

        private void check(boolean channelsLast) {
            INDArray array = NativeArrays.of(X);
            try (ArrayPool pool = new ArrayPool()) {
                Value in = channelsLast ? new Value.Native(Layouts.channelsLast(array, pool), true) : Value.of(array);
                Tensor out = run(op, 20, settings, in).get(0).tensor();
                assertThat(out.shape()).isEqualTo(X.shape());
                for (int i = 0; i < X.size(); i++) {
                    double expected = formula.applyAsDouble(X.floats()[i]);
                    double tolerance = 2e-6 + 2e-6 * Math.abs(expected);
                    assertThat((double) out.floats()[i])
                            .as("f(%s)", X.floats()[i])
                            .isCloseTo(expected, within(tolerance));
                }
                assertThat(array.data().asFloat()).isEqualTo(X.floats());
            }
        }
    }

    private static Function function(String op, Map<String, Object> settings, DoubleUnaryOperator formula) {
        return new Function(op, settings, formula);
    }

    @Test
    void broadcastingMixesLayouts() {
        Tensor perChannel = Tensor.floats(new float[] {10, 20, 30}, 3, 1, 1);
        try (ArrayPool pool = new ArrayPool();
                INDArray array = NativeArrays.of(X)) {
            Value last = new Value.Native(Layouts.channelsLast(array, pool), true);
            Tensor sum =
                    run("Add", 13, Map.of(), last, Value.of(perChannel)).get(0).tensor();
            Tensor twice =
                    run("Add", 13, Map.of(), last, Value.of(array)).get(0).tensor();
            Tensor other =
                    run("Sub", 13, Map.of(), Value.of(perChannel), last).get(0).tensor();
            for (int i = 0; i < X.size(); i++) {
                float bias = perChannel.floats()[i / 20 % 3];
                assertThat(sum.floats()[i]).isEqualTo(X.floats()[i] + bias);
                assertThat(twice.floats()[i]).isEqualTo(2 * X.floats()[i]);
                assertThat(other.floats()[i]).isEqualTo(bias - X.floats()[i]);
            }
        }
    }

    @Test
    void integersDivideLikeIntegers() {
        Value seven = Value.of(Tensor.ints(new long[] {7, -7}, 2));
        Value two = Value.of(Tensor.ints(new long[] {2}));
        assertThat(run("Div", 13, Map.of(), seven, two).get(0).tensor().longs()).containsExactly(3, -3);
        assertThat(run("Equal", 13, Map.of(), seven, Value.of(Tensor.ints(new long[] {7})))
                        .get(0)
                        .tensor()
                        .longs())
                .containsExactly(1, 0);
    }

    @Test
    void remaindersHaveTheSignOfTheDivisorOrOnRequestOfTheDividend() {
        Value seven = Value.of(Tensor.ints(new long[] {7, -7}, 2));
        Value three = Value.of(Tensor.ints(new long[] {3}));
        assertThat(run("Mod", 13, Map.of(), seven, three).get(0).tensor().longs())
                .containsExactly(1, 2);
        assertThat(run("Mod", 13, Map.of("fmod", 1L), seven, three)
                        .get(0)
                        .tensor()
                        .longs())
                .containsExactly(1, -1);
        Value real = Value.of(Tensor.floats(new float[] {5.5f, -5.5f}, 2));
        Value two = Value.of(Tensor.floats(new float[] {2}));
        assertThat(run("Mod", 28, Map.of(), real, two).get(0).tensor().floats()).containsExactly(1.5f, 0.5f);
        assertThat(run("Mod", 13, Map.of("fmod", 1L), real, two).get(0).tensor().floats())
                .containsExactly(1.5f, -1.5f);
        Value none = Value.of(Tensor.ints(new long[] {0}));
        assertThatThrownBy(() -> run("Mod", 13, Map.of(), seven, none))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("divides a whole number by 0");
    }

    @Test
    void linesAreSummedUpNormalisedAndTheirLargestMarked() {
        Value x = Value.of(Tensor.floats(new float[] {3, -4, 0, 0, 1, 1}, 3, 2));
        Value rows = Value.of(Tensor.ints(new long[] {0}));
        Map<String, Object> before = Map.of("exclusive", 1L, "reverse", 1L);
        assertThat(run("CumSum", 14, Map.of(), x, rows).get(0).tensor().floats())
                .containsExactly(3, -4, 3, -4, 4, -3);
        assertThat(run("CumSum", 14, before, x, rows).get(0).tensor().floats()).containsExactly(1, 1, 1, 1, 0, 0);
        Value none = Value.of(Tensor.ints(new long[0], 0));
        for (String name : List.of("CumSum", "TopK")) {
            assertThatThrownBy(() -> run(name, 14, Map.of(), x, none))
                    .isInstanceOf(IncompatibleShapeException.class)
                    .hasMessageContaining("takes one number as its 2. input but gets 0");
        }
        Value bounds = Value.of(Tensor.floats(new float[2], 2));
        assertThatThrownBy(() -> run("Clip", 13, Map.of(), x, bounds))
                .isInstanceOf(IncompatibleShapeException.class)
                .hasMessageContaining("takes one number");
        assertThat(run("LpNormalization", 22, Map.of(), x).get(0).tensor().floats())
                .containsExactly(
                        new float[] {0.6f, -0.8f, 0, 0, (float) Math.sqrt(0.5), (float) Math.sqrt(0.5)}, within(1e-6f));
        assertThat(run("LpNormalization", 22, Map.of("p", 1L, "axis", 0L), x)
                        .get(0)
                        .tensor()
                        .floats())
                .containsExactly(0.75f, -0.8f, 0, 0, 0.25f, 0.2f);
        assertThat(run("Hardmax", 13, Map.of(), x).get(0).tensor().floats()).containsExactly(1, 0, 1, 0, 1, 0);
        // before opset 13 over all axes from one on
        assertThat(run("Hardmax", 11, Map.of("axis", 0L), x).get(0).tensor().floats())
                .containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void padModesRepeatReflectAndWrap() {
        Value x = Value.of(Tensor.floats(new float[] {1, 2, 3}, 3));
        Value pads = Value.of(Tensor.ints(new long[] {2, 2}, 2));
        assertThat(padded(x, pads, "constant")).containsExactly(0, 0, 1, 2, 3, 0, 0);
        assertThat(padded(x, pads, "edge")).containsExactly(1, 1, 1, 2, 3, 3, 3);
        assertThat(padded(x, pads, "reflect")).containsExactly(3, 2, 1, 2, 3, 2, 1);
        assertThat(padded(x, pads, "wrap")).containsExactly(2, 3, 1, 2, 3, 1, 2);
        assertThat(padded(x, Value.of(Tensor.ints(new long[] {-1, 1}, 2)), "constant"))
                .containsExactly(2, 3, 0);
    }

    private static float[] padded(Value x, Value pads, String mode) {
        return run("Pad", 19, Map.of("mode", mode), x, pads).get(0).tensor().floats();
    }

    @Test
    void reductionsTakeAxesAsAttributeOrInput() {
        Value x = Value.of(Tensor.floats(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        Value axis = Value.of(Tensor.ints(new long[] {-1}, 1));
        Map<String, Object> attribute = Map.of("axes", new long[] {1}, "keepdims", 0L);
        assertThat(run("ReduceSum", 11, attribute, x).get(0).tensor().floats()).containsExactly(6, 15);
        assertThat(run("ReduceSum", 13, Map.of(), x, axis).get(0).tensor().floats())
                .containsExactly(6, 15);
        assertThat(run("ReduceMax", 17, attribute, x).get(0).tensor().floats()).containsExactly(3, 6);
        assertThat(run("ReduceMean", 18, Map.of(), x, axis).get(0).shape()).containsExactly(2, 1);
        assertThat(run("ReduceMean", 18, Map.of(), x).get(0).tensor().floats()).containsExactly(3.5f);
        assertThat(run("ReduceSum", 13, Map.of("noop_with_empty_axes", 1L), x)
                        .get(0)
                        .shape())
                .containsExactly(2, 3);
        // the functions of single elements are applied all the same
        Tensor squares = run("ReduceSumSquare", 18, Map.of("noop_with_empty_axes", 1L), x)
                .get(0)
                .tensor();
        assertThat(squares.shape()).containsExactly(2, 3);
        assertThat(squares.floats()).containsExactly(1, 4, 9, 16, 25, 36);
    }

    @Test
    void softmaxChangedItsMeaningAtOpset13() {
        Value x = Value.of(Graphs.ramp(2, 2, 2));
        float[] flat = run("Softmax", 12, Map.of(), x).get(0).tensor().floats();
        float[] last = run("Softmax", 13, Map.of(), x).get(0).tensor().floats();
        assertThat(flat[0] + flat[1] + flat[2] + flat[3]).isCloseTo(1, within(1e-6f));
        assertThat(last[0] + last[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void clipSqueezeAndSplitReadAttributesOrInputsByOpset() {
        Value x = Value.of(Tensor.floats(new float[] {-2, 0, 2}, 1, 3));
        Value zero = Value.of(Tensor.floats(new float[1]));
        assertThat(run("Clip", 7, Map.of("min", -1f, "max", 1f), x)
                        .get(0)
                        .tensor()
                        .floats())
                .containsExactly(-1, 0, 1);
        assertThat(run("Clip", 13, Map.of(), x, zero).get(0).tensor().floats()).containsExactly(0, 0, 2);
        Value axes = Value.of(Tensor.ints(new long[1], 1));
        assertThat(run("Squeeze", 12, Map.of("axes", new long[1]), x).get(0).shape())
                .containsExactly(3);
        assertThat(run("Squeeze", 13, Map.of(), x, axes).get(0).shape()).containsExactly(3);
        assertThat(run("Unsqueeze", 13, Map.of(), x, axes).get(0).shape()).containsExactly(1, 1, 3);
    }

    @Test
    void layerNormalisationHasZeroMeanAndUnitVarianceBeforeScaling() {
        Value x = Value.of(Tensor.floats(new float[] {1, 2, 3, 4}, 1, 4));
        Value ones = Value.of(Tensor.floats(new float[] {1, 1, 1, 1}, 4));
        float[] y = run("LayerNormalization", 17, Map.of("epsilon", 0f), x, ones)
                .get(0)
                .tensor()
                .floats();
        double deviation = Math.sqrt(1.25);
        assertThat(y[0]).isCloseTo((float) (-1.5 / deviation), within(1e-6f));
        assertThat(y[3]).isCloseTo((float) (1.5 / deviation), within(1e-6f));
    }

    @Test
    void averagePoolingDividesByWhatItsSettingsSay() {
        Value x = Value.of(Tensor.floats(new float[] {1, 2, 3, 4}, 1, 1, 2, 2));
        Map<String, Object> padded = Map.of("kernel_shape", new long[] {3, 3}, "pads", new long[] {1, 1, 1, 1});
        assertThat(run("AveragePool", 11, padded, x).get(0).tensor().floats()[0])
                .isEqualTo(2.5f);
        Map<String, Object> counted =
                Map.of("kernel_shape", new long[] {3, 3}, "pads", new long[] {1, 1, 1, 1}, "count_include_pad", 1L);
        assertThat(run("AveragePool", 11, counted, x).get(0).tensor().floats()[0])
                .isCloseTo(10f / 9, within(1e-6f));
        Map<String, Object> ceil =
                Map.of("kernel_shape", new long[] {3, 3}, "strides", new long[] {2, 2}, "ceil_mode", 1L);
        Value five = Value.of(Graphs.ramp(1, 1, 4, 4));
        assertThat(run("AveragePool", 11, ceil, five).get(0).shape()).containsExactly(1, 1, 2, 2);
        assertThat(run("AveragePool", 11, ceil, five).get(0).tensor().floats()[3])
                .isEqualTo((10 + 11 + 14 + 15) / 4f);
    }

    @Test
    void whereExpandAndCastWork() {
        Value flags = Value.of(Tensor.bools(new long[] {1, 0}, 2));
        Value a = Value.of(Tensor.floats(new float[] {1, 2, 3, 4}, 2, 2));
        Value b = Value.of(Tensor.floats(new float[] {9}, 1));
        assertThat(run("Where", 16, Map.of(), flags, a, b).get(0).tensor().floats())
                .containsExactly(1, 9, 3, 9);
        Value shape = Value.of(Tensor.ints(new long[] {2, 1, 2}, 3));
        assertThat(run("Expand", 13, Map.of(), b, shape).get(0).tensor().floats())
                .containsExactly(9, 9, 9, 9);
        Value real = Value.of(Tensor.floats(new float[] {-1.7f, 300}, 2));
        assertThat(run("Cast", 13, Map.of("to", 7L), real).get(0).tensor().longs())
                .containsExactly(-1, 300);
        assertThat(run("Cast", 13, Map.of("to", 2L), real).get(0).tensor().longs())
                .containsExactly(255, 44);
    }

    private static List<Value> run(String op, int opset, Map<String, Object> settings, Value... inputs) {
        Node node = new Node("n", op, Collections.nCopies(inputs.length, "x"), List.of("y"), Attributes.of(settings));
        try (ArrayPool pool = new ArrayPool();
                Call call = new Call(
                        node, opset, new ArrayList<>(Arrays.asList(inputs)), new boolean[inputs.length], pool)) {
            return Operators.named(op).apply(call);
        }
    }

    private static double geluTanh(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    /** The standard normal distribution, by integration. */
    private static double normal(double x) {
        int steps = 20_000;
        double width = x / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double t = (i + 0.5) * width;
            sum += Math.exp(-t * t / 2) * width;
        }
        return 0.5 + sum / Math.sqrt(2 * Math.PI);
    }
}
