package org.driftscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftscope.network.Graphs.network;
import static org.driftscope.network.Graphs.node;
import static org.driftscope.network.Graphs.ramp;

import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.junit.jupiter.api.Test;

class AnalogLayersTest {
    @Test
    void aConvolutionsRowsRunOverChannelThenKernelAndItsColumnsOverOutputs() {
        Tensor weight = ramp(3, 2, 2, 2);
        Network network = network(
                13,
                Map.of("features.0.weight", weight, "b", ramp(3)),
                node("Conv", "y", "x", "features.0.weight", "b"));
        AnalogLayer layer = network.analogLayer("features.0");
        assertThat(layer.rows()).isEqualTo(8);
        assertThat(layer.cols()).isEqualTo(3);
        assertThat(layer.biasValue()).isEqualTo("b");
        WeightMatrix matrix = network.weights(layer);
        int channel = 1;
        int ky = 0;
        int kx = 1;
        assertThat(matrix.at(channel * 4 + ky * 2 + kx, 2)).isEqualTo(2 * 8 + channel * 4 + ky * 2 + kx);
    }

    @Test
    void oneDimensionalAndGroupedConvolutionsHaveTheRowsOfOneGroup() {
        Attributes attributes = Attributes.of(Map.of("group", 2L, "pads", new long[] {1, 2}));
        Network network = network(13, Map.of("w", ramp(4, 2, 3)), node("Conv", "y", attributes, "x", "w"));
        AnalogLayer layer = network.analogLayer("w");
        assertThat(layer.rows()).isEqualTo(6);
        assertThat(layer.groups()).isEqualTo(2);
        assertThat(layer.geometry()).isEqualTo(new ConvGeometry(1, 3, 1, 1, 0, 1, 0, 2, 1, 1, "NOTSET"));
    }

    @Test
    void aGemmsAlphaAndTransposeAreInItsWeights() {
        Attributes attributes = Attributes.of(Map.of("transB", 1L, "alpha", 0.5f));
        Network network = network(13, Map.of("12", ramp(2, 3)), node("Gemm", "fc", attributes, "x", "12"));
        WeightMatrix matrix = network.weights(network.analogLayer("fc"));
        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.values()).containsExactly(0, 1.5f, 0.5f, 2, 1, 2.5f);
    }

    @Test
    void weightsBehindIdentityCountAndSharedWeightsGetNamesOfTheirOwn() {
        Network network = network(
                13,
                Map.of("w", ramp(2, 2), "onnx::MatMul_3", ramp(2, 2)),
                node("Identity", "alias", "w"),
                node("MatMul", "a", "x", "alias"),
                node("MatMul", "b", "a", "w"),
                node("MatMul", "c", "b", "onnx::MatMul_3"),
                node("MatMul", "d", "a", "b"));
        assertThat(network.analogLayers()).extracting(AnalogLayer::name).containsExactly("w", "w_2", "c");
        assertThat(network.analogLayers())
                .extracting(AnalogLayer::weightValue)
                .containsExactly("w", "w", "onnx::MatMul_3");
    }

    @Test
    void sameUpperPadsMoreAtTheEndAndSameLowerAtTheStart() {
        ConvGeometry upper = new ConvGeometry(2, 2, 1, 1, 0, 0, 0, 0, 1, 1, "SAME_UPPER").resolved(4, 4);
        assertThat(List.of(upper.padTop(), upper.padBottom())).containsExactly(0, 1);
        ConvGeometry lower = new ConvGeometry(2, 2, 1, 1, 0, 0, 0, 0, 1, 1, "SAME_LOWER").resolved(4, 4);
        assertThat(List.of(lower.padTop(), lower.padBottom())).containsExactly(1, 0);
        assertThat(upper.outputHeight(4)).isEqualTo(4);
    }

    /** Names of layers go into tables, files and pictures; constants keep theirs. */
    @Test
    void controlCharactersInTheNamesOfWeightsAreSpelledOut() {
        Tensor weight = Graphs.ramp(2, 1, 1, 1);
        Network network = Graphs.network(
                13,
                Map.of("a\nb\u2028.weight", weight),
                new Node("", "Conv", List.of("x", "a\nb\u2028.weight"), List.of("y"), Attributes.none()));
        AnalogLayer layer = network.analogLayers().get(0);
        assertThat(layer.name()).isEqualTo("a\\u000ab\\u2028");
        assertThat(network.weights(layer).values()).containsExactly(0, 1);
    }
}
