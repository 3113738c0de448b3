package org.driftscope.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ConvolutionLayersTest {
    @ParameterizedTest(
            name = "{0} to {1} channels in {2} groups, kernel {3}x{4}, stride {5}, pads {6} {7} {8} {9}, dilation {10}")
    @CsvSource({
        "3, 5, 1, 3, 3, 1, 1, 1, 1, 1, 1",
        "4, 6, 1, 3, 3, 2, 1, 1, 1, 1, 1",
        "4, 6, 1, 3, 2, 1, 0, 1, 2, 0, 1",
        "4, 8, 1, 1, 1, 1, 0, 0, 0, 0, 1",
        "4, 8, 1, 1, 1, 2, 0, 0, 0, 0, 1",
        "4, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1",
        "4, 6, 2, 3, 3, 1, 1, 1, 1, 1, 1",
        "4, 4, 4, 3, 3, 1, 1, 1, 1, 1, 1",
        "4, 8, 4, 3, 3, 2, 1, 1, 1, 1, 1",
        "4, 4, 4, 3, 3, 2, 0, 0, 1, 1, 1",
        "4, 8, 4, 3, 3, 2, 1, 0, 1, 1, 1",
        "4, 6, 2, 3, 3, 2, 1, 0, 1, 1, 1",
        "4, 4, 4, 3, 5, 1, 2, 1, 0, 3, 1",
        "5, 5, 5, 2, 2, 3, 1, 0, 0, 1, 1",
        "4, 4, 4, 3, 3, 1, 2, 2, 2, 2, 2",
        "3, 5, 1, 3, 3, 2, 1, 0, 1, 1, 1",
        "4, 6, 1, 3, 3, 1, 2, 2, 2, 2, 2",
        "4, 4, 4, 3, 3, 1, 2, 2, 2, 2, 2",
        "4, 6, 2, 5, 1, 1, 2, 0, 2, 0, 1",
    })
    void equalsNaiveLoops(
            int channels,
            int outputs,
            int groups,
            int kernelH,
            int kernelW,
            int stride,
            int top,
            int left,
            int bottom,
            int right,
            int dilation) {
        Tensor w = random("w", outputs, channels / groups, kernelH, kernelW);
        Tensor b = random("b", outputs);
        Tensor x = random("x", 3, channels, 9, 8);
        Map<String, Object> settings = new HashMap<>();
        settings.put("group", (long) groups);
        settings.put("strides", new long[] {stride, stride});
        settings.put("pads", new long[] {top, left, bottom, right});
        settings.put("dilations", new long[] {dilation, dilation});
        Network network = Graphs.network(
                13, Map.of("w", w, "b", b), Graphs.node("Conv", "y", Attributes.of(settings), "x", "w", "b"));
        AnalogLayer layer = network.analogLayers().get(0);
        assertThat(layer.rows()).isEqualTo(channels / groups * kernelH * kernelW);
        ConvGeometry geometry = layer.geometry();
        assertThat(geometry).isNotNull();
        Tensor expected = Naive.convolution(x, w, b.floats(), geometry, groups);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Tensor actual = compiled.evaluate(Map.of("x", x)).get("y");
            assertThat(actual).isNotNull();
            assertThat(actual.shape()).isEqualTo(expected.shape());
            Graphs.assertClose(actual, expected, 1e-4);
        }
    }

    @Test
    void imagesThatAreConvolvedInPartsComeOutAsOneByOne() {
        Tensor w = random("w", 8, 3, 3, 3);
        Network network =
                Graphs.network(13, Map.of("w", w), Graphs.node("Conv", "a", "x", "w"), Graphs.node("Relu", "y", "a"));
        int size = 3 * 320 * 320;
        float[] all = random("x", 3, 3, 320, 320).floats();
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray together = NativeArrays.of(all, 3, 3, 320, 320);
                INDArray scores = compiled.forward(together)) {
            float[] expected = scores.data().asFloat();
            int perImage = expected.length / 3;
            for (int i = 0; i < 3; i++) {
                float[] one = Arrays.copyOfRange(all, i * size, (i + 1) * size);
                try (INDArray image = NativeArrays.of(one, 1, 3, 320, 320);
                        INDArray alone = compiled.forward(image)) {
                    assertThat(alone.data().asFloat())
                            .isEqualTo(Arrays.copyOfRange(expected, i * perImage, (i + 1) * perImage));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void ofNoImagesThereAreNoOutputs(long groups) {
        Tensor w = random("w", 4, 4 / groups, 3, 3);
        Attributes attributes = Attributes.of(Map.of("group", groups));
        Network network = Graphs.network(
                13,
                Map.of("w", w),
                Graphs.node("Conv", "a", attributes, "x", "w"),
                Graphs.node("Relu", "b", "a"),
                Graphs.node("MaxPool", "y", Attributes.of(Map.of("kernel_shape", new long[] {2, 2})), "b"));
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Tensor actual = compiled.evaluate(Map.of("x", Tensor.floats(new float[0], 0, 4, 8, 8)))
                    .get("y");
            assertThat(actual.shape()).containsExactly(0, 4, 5, 5);
        }
    }

    @Test
    void oneDimensionalConvolutionsRun() {
        Tensor w = random("w", 4, 3, 3);
        Tensor x = random("x", 2, 3, 10);
        Attributes attributes = Attributes.of(Map.of("pads", new long[] {1, 1}, "strides", new long[] {2}));
        Network network = Graphs.network(13, Map.of("w", w), Graphs.node("Conv", "y", attributes, "x", "w"));
        Tensor expected = Naive.convolution(
                Tensor.floats(x.floats(), 2, 3, 1, 10),
                Tensor.floats(w.floats(), 4, 3, 1, 3),
                new float[0],
                new ConvGeometry(1, 3, 1, 2, 0, 1, 0, 1, 1, 1, "NOTSET"),
                1);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Tensor actual = compiled.evaluate(Map.of("x", x)).get("y");
            assertThat(actual).isNotNull();
            assertThat(actual.shape()).containsExactly(2, 4, 5);
            Graphs.assertClose(actual, expected, 1e-5);
        }
    }

    @Test
    void theTapSeesWhatEntersInOnnxOrder() {
        Tensor first = random("w1", 4, 3, 3, 3);
        Tensor second = random("w2", 2, 4, 1, 1);
        Tensor x = random("x", 2, 3, 6, 6);
        Network network = Graphs.network(
                13,
                Map.of("w1", first, "w2", second),
                Graphs.node("Conv", "a", "x", "w1"),
                Graphs.node("Conv", "y", "a", "w2"));
        List<float[]> seen = new ArrayList<>();
        try (CompiledNetwork compiled = CompiledNetwork.clean(network);
                INDArray images = NativeArrays.of(x);
                INDArray scores = compiled.forward(
                        images, (layer, input) -> seen.add(input.dup('c').data().asFloat()))) {
            assertThat(scores.shape()).containsExactly(2, 2, 4, 4);
        }
        ConvGeometry valid = new ConvGeometry(3, 3, 1, 1, 0, 0, 0, 0, 1, 1, "NOTSET");
        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).isEqualTo(x.floats());
        Tensor entered = Tensor.floats(seen.get(1), 2, 4, 4, 4);
        Graphs.assertClose(entered, Naive.convolution(x, first, new float[0], valid, 1), 1e-4);
    }

    private static Tensor random(String name, long... shape) {
        return Graphs.random(RandomSource.of(1).child(name), shape);
    }
}
