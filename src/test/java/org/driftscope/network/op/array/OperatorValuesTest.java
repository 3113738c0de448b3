package org.driftscope.network.op.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Graphs;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.op.NodeEvaluation;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators beside those of plain convolutional networks, against sums written out here or worked out by hand. */
class OperatorValuesTest {
    private static final Tensor NONE = Tensor.floats(new float[0], 0);

    private static List<Tensor> run(String op, int opset, Map<String, Object> settings, Tensor... inputs) {
        Map<String, Tensor> known = new HashMap<>();
        String[] names = new String[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            names[i] = "in" + i;
            known.put(names[i], inputs[i]);
        }
        List<String> outputs = op.equals("TopK") ? List.of("y", "places") : List.of("y");
        return NodeEvaluation.run(new Node("n", op, List.of(names), outputs, Attributes.of(settings)), opset, known);
    }

    private static Tensor floats(float... values) {
        return Tensor.floats(values, values.length);
    }

    private static Tensor random(String key, long... shape) {
        return Graphs.random(RandomSource.of(11).child(key), shape);
    }

    /** Twice as many of 1, 2, 4: where half-pixel centres, corners or left edges fall, by hand. */
    @ParameterizedTest
    @CsvSource({
        "nearest, asymmetric, 1 1 2 2 4 4",
        "nearest, half_pixel, 1 1 2 2 4 4",
        "linear, half_pixel, 1 1.25 1.75 2.5 3.5 4",
        "linear, asymmetric, 1 1.5 2 3 4 4",
        "linear, align_corners, 1 1.4 1.8 2.4 3.2 4",
        "linear, pytorch_half_pixel, 1 1.25 1.75 2.5 3.5 4",
        // a quarter off the middle, cubic shares are -0.1054688, 0.8789063, 0.2617188, -0.0351563
        "cubic, half_pixel, 0.8945312 1.15625 1.5625 2.5585938 3.5820312 4.2109375"
    })
    void resizesALine(String mode, String coordinates, String expected) {
        Map<String, Object> settings =
                Map.of("mode", mode, "coordinate_transformation_mode", coordinates, "nearest_mode", "floor");
        if (coordinates.equals("half_pixel") && mode.equals("nearest")) {
            settings = Map.of("mode", mode, "coordinate_transformation_mode", coordinates);
        }
        Tensor line = Tensor.floats(new float[] {1, 2, 4}, 1, 1, 1, 3);
        Tensor resized =
                run("Resize", 13, settings, line, NONE, floats(1, 1, 1, 2)).get(0);
        String[] values = expected.split(" ");
        assertThat(resized.shape()).containsExactly(1, 1, 1, values.length);
        for (int i = 0; i < values.length; i++) {
            assertThat(resized.floats()[i]).as("place %d", i).isCloseTo(Float.parseFloat(values[i]), within(1e-5f));
        }
    }

    @Test
    void longEquationsAreNotQuotedWhole() {
        assertThatThrownBy(() -> run("Einsum", 13, Map.of("equation", "a".repeat(5000) + "->a"), random("x", 2)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }

    /** Two inputs at a stride of 3 under a kernel of 1 end at place 4, and SAME asks for 6. */
    @Test
    void transposedKernelsThatDoNotReachAreRefused() {
        Node node = new Node(
                "n",
                "ConvTranspose",
                List.of("x", "w"),
                List.of("y"),
                Attributes.of(Map.of("strides", new long[] {3}, "auto_pad", "SAME_UPPER")));
        Map<String, Tensor> small = Map.of("x", random("x", 1, 1, 2), "w", random("w", 1, 1, 1));
        assertThatThrownBy(() -> Outlines.ofConstants(node, 13, small, ValueLimit.configured()))
                .isInstanceOf(OutlineFailure.class)
                .hasMessageContaining("too small for its auto_pad");
        Map<String, Tensor> enough = Map.of("x", random("x", 1, 1, 2), "w", random("w", 1, 1, 3));
        assertThat(Outlines.ofConstants(node, 13, enough, ValueLimit.configured())
                        .get(0)
                        .shape())
                .containsExactly(1, 1, 6);
    }

    /** Half as many: the line of a kernel of 1 is stretched to 2, so that four elements have shares 1, 3, 3, 1 of 8. */
    @Test
    void antialiasWeighsAllElementsThatAPlaceCovers() {
        Map<String, Object> settings = Map.of("mode", "linear", "antialias", 1L);
        Tensor line = Tensor.floats(new float[] {1, 5, 2, 8}, 1, 1, 1, 4);
        Tensor smaller =
                run("Resize", 18, settings, line, NONE, floats(1, 1, 1, 0.5f)).get(0);
        assertThat(smaller.floats()).containsExactly(new float[] {2.625f, 5.375f}, within(1e-5f));
    }

    @Test
    void convTransposeSpreadsEachElementOverItsKernel() {
        Tensor x = random("x", 2, 4, 3, 2);
        Tensor w = random("w", 4, 3, 3, 2);
        Map<String, Object> settings = Map.of(
                "strides", new long[] {2, 1}, "pads", new long[] {1, 0, 0, 1}, "group", 2L, "dilations", new long[] {
                    1, 2
                });
        Tensor y = run("ConvTranspose", 13, settings, x, w, random("b", 6)).get(0);
        // 2 (3 - 1) + 2 + 1 - 1 = 6 rows, (2 - 1) + 2 + 1 - 1 = 3 columns
        assertThat(y.shape()).containsExactly(2, 6, 6, 3);
        double[] expected = new double[y.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = random("b", 6).floats()[i / 18 % 6];
        }
        for (int i = 0; i < x.size() * 18; i++) {
            int tap = i % 6;
            int output = i / 6 % 3;
            int element = i / 18;
            int channel = element / 6 % 4;
            int row = element / 2 % 3 * 2 + tap / 2 - 1;
            int col = element % 2 + tap % 2 * 2;
            if (row >= 0 && row < 6 && col < 3) {
                int at = ((element / 24 * 6 + channel / 2 * 3 + output) * 6 + row) * 3 + col;
                expected[at] += x.floats()[element] * w.floats()[(channel * 3 + output) * 6 + tap];
            }
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) y.floats()[i]).as("element %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }

    @Test
    void einsumSumsOverLettersThatTheOutputLacks() {
        Tensor a = random("a", 2, 3, 4);
        Tensor b = random("e", 2, 5, 4);
        Tensor product =
                run("Einsum", 13, Map.of("equation", "bij, bkj -> bki"), a, b).get(0);
        assertThat(product.shape()).containsExactly(2, 5, 3);
        for (int i = 0; i < product.size(); i++) {
            double sum = 0;
            for (int j = 0; j < 4; j++) {
                sum += a.floats()[(i / 15 * 3 + i % 3) * 4 + j] * b.floats()[i / 3 * 4 + j];
            }
            assertThat((double) product.floats()[i]).isCloseTo(sum, within(1e-5));
        }
        Tensor square = Tensor.floats(new float[] {1, 2, 3, 4}, 2, 2);
        assertThat(run("Einsum", 13, Map.of("equation", "ii"), square).get(0).floats())
                .containsExactly(5);
        assertThat(run("Einsum", 13, Map.of("equation", "ij->ji"), square)
                        .get(0)
                        .floats())
                .containsExactly(1, 3, 2, 4);
    }

    /** An ellipsis is all axes that are not named; where the output is not written, they come first. */
    @Test
    void einsumTakesAnEllipsis() {
        Tensor a = random("a", 2, 3, 4);
        Tensor b = random("e", 2, 4, 5);
        Tensor named =
                run("Einsum", 13, Map.of("equation", "bij,bjk->bik"), a, b).get(0);
        Tensor open = run("Einsum", 13, Map.of("equation", "...ij,...jk"), a, b).get(0);
        assertThat(open.shape()).isEqualTo(named.shape());
        assertThat(open.floats()).isEqualTo(named.floats());
        Tensor squares = random("q", 2, 3, 3);
        assertThat(run("Einsum", 13, Map.of("equation", "...ii->...i"), squares)
                        .get(0)
                        .shape())
                .containsExactly(2, 3);
    }

    /** 3 elements, 2 apart, through a kernel of 2 end at 6: a seventh place is asked for, and is 0 at the end. */
    @Test
    void convTransposeMayBeAskedForMoreThanItsKernelsReach() {
        Tensor x = Tensor.floats(new float[] {1, 2, 3}, 1, 1, 3);
        Tensor w = Tensor.floats(new float[] {1, 10}, 1, 1, 2);
        Map<String, Object> settings = Map.of("strides", new long[] {2}, "output_shape", new long[] {7});
        assertThat(run("ConvTranspose", 13, settings, x, w).get(0).floats()).containsExactly(1, 10, 2, 20, 3, 30, 0);
    }

    @Test
    void spaceToDepthMayKeepChannelsTogether() {
        Tensor x = Graphs.ramp(1, 2, 2, 2);
        assertThat(run("SpaceToDepth", 26, Map.of("blocksize", 2L, "mode", "CRD"), x)
                        .get(0)
                        .floats())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(run("SpaceToDepth", 13, Map.of("blocksize", 2L), x).get(0).floats())
                .containsExactly(0, 4, 1, 5, 2, 6, 3, 7);
    }

    @Test
    void topKAndArgMaxTakeTheFirstOfEquals() {
        Tensor x = Tensor.floats(new float[] {3, 7, 7, 1, -2, 0, -2, 5}, 2, 4);
        List<Tensor> two = run("TopK", 13, Map.of(), x, Tensor.ints(new long[] {2}, 1));
        assertThat(two.get(0).floats()).containsExactly(7, 7, 5, 0);
        assertThat(two.get(1).longs()).containsExactly(1, 2, 3, 1);
        List<Tensor> least = run("TopK", 13, Map.of("largest", 0L, "axis", 0L), x, Tensor.ints(new long[] {1}, 1));
        assertThat(least.get(0).floats()).containsExactly(-2, 0, -2, 1);
        assertThat(least.get(1).longs()).containsExactly(1, 1, 1, 0);
        assertThat(run("ArgMax", 13, Map.of("axis", 1L), x).get(0).longs()).containsExactly(1, 3);
        Map<String, Object> last = Map.of("axis", 1L, "select_last_index", 1L, "keepdims", 0L);
        Tensor place = run("ArgMax", 13, last, x).get(0);
        assertThat(place.longs()).containsExactly(2, 3);
        assertThat(place.shape()).containsExactly(2);
        assertThat(run("ArgMin", 13, Map.of("axis", 1L), x).get(0).longs()).containsExactly(3, 0);
    }

    /** By groups of channels; with as many groups as channels it is InstanceNormalization. */
    @ParameterizedTest
    @CsvSource({"InstanceNormalization, 4, 20", "GroupNormalization, 2, 21", "GroupNormalization, 2, 18"})
    void normalisesGroupsOfChannels(String op, int groups, int opset) {
        Tensor x = random("n", 2, 4, 3, 1);
        int settings = opset < 21 ? groups : 4;
        Tensor scale = random("s", settings);
        Tensor bias = random("t", settings);
        Map<String, Object> attributes = Map.of("num_groups", (long) groups, "epsilon", 1e-3f);
        float[] y = run(op, opset, attributes, x, scale, bias).get(0).floats();
        int length = 12 / groups;
        for (int i = 0; i < y.length; i++) {
            int start = i / length * length;
            double mean = 0;
            double squares = 0;
            for (int j = start; j < start + length; j++) {
                mean += x.floats()[j] / length;
                squares += x.floats()[j] * x.floats()[j] / length;
            }
            int setting = i % 12 * settings / 12;
            double normed = (x.floats()[i] - mean) / Math.sqrt(squares - mean * mean + 1e-3);
            double expected = normed * scale.floats()[setting] + bias.floats()[setting];
            assertThat((double) y[i]).as("element %d", i).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void largeLogitsShareWhatIsOne() {
        float[] equal = {1.2e17f, 1.2e17f, 1.2e17f, 1.2e17f, 1.2e17f};
        Tensor x = Tensor.floats(equal, 1, 5);
        assertThat(run("Softmax", 13, Map.of(), x).get(0).floats()).containsExactly(0.2f, 0.2f, 0.2f, 0.2f, 0.2f);
        Tensor masked = Tensor.floats(new float[] {1, Float.NEGATIVE_INFINITY, 1}, 1, 3);
        assertThat(run("Softmax", 13, Map.of(), masked).get(0).floats()).containsExactly(0.5f, 0, 0.5f);
    }

    @Test
    void emptyAndTrueOrFalseTensorsAreReduced() {
        Tensor empty = Tensor.floats(new float[0], 2, 0, 4);
        Tensor absolute = run("Abs", 20, Map.of(), empty).get(0);
        Tensor sum = run("ReduceSum", 20, Map.of(), absolute, Tensor.ints(new long[] {1}, 1))
                .get(0);
        assertThat(sum.shape()).containsExactly(2, 1, 4);
        assertThat(sum.floats()).containsOnly(0);
        Tensor flags = Tensor.bools(new long[] {0, 1, 0, 0}, 2, 2);
        Tensor any = run("ReduceMax", 20, Map.of(), flags, Tensor.ints(new long[] {1}, 1))
                .get(0);
        assertThat(any.type()).isEqualTo(Tensor.Type.BOOL);
        assertThat(any.longs()).containsExactly(1, 0);
        Tensor none = Tensor.bools(new long[0], 2, 0);
        assertThat(run("ReduceMax", 20, Map.of(), none, Tensor.ints(new long[] {1}, 1))
                        .get(0)
                        .longs())
                .containsExactly(0, 0);
    }
}
