package org.driftscope.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.driftscope.network.Graphs.node;
import static org.driftscope.network.Graphs.random;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.op.array.NativeArrays;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class ChangedNetworkTest {
    private static final RandomSource RANDOM = RandomSource.of(4);
    private static final Tensor X = random(RANDOM.child("x"), 3, 4, 6, 6);

    @TempDir
    Path folder;

    /** Convolutions with and without a bias, one of them grouped; Gemms both ways round; two MatMuls of one weight. */
    private static Network network() {
        Map<String, Tensor> constants = new HashMap<>();
        constants.put("plain.weight", random(RANDOM.child("1"), 8, 4, 3, 3));
        constants.put("grouped.weight", random(RANDOM.child("2"), 8, 2, 3, 3));
        constants.put("grouped.bias", random(RANDOM.child("3"), 8));
        constants.put("first.weight", random(RANDOM.child("4"), 8, 6));
        constants.put("first.bias", random(RANDOM.child("5"), 6));
        constants.put("second.weight", random(RANDOM.child("6"), 6, 6));
        constants.put("shared.weight", random(RANDOM.child("7"), 6, 6));
        Network open = Graphs.network(
                13,
                constants,
                node("Conv", "a", Attributes.of(Map.of("pads", new long[] {1, 1, 1, 1})), "x", "plain.weight"),
                node("Conv", "b", Attributes.of(Map.of("group", 4L)), "a", "grouped.weight", "grouped.bias"),
                node("GlobalAveragePool", "pool", "b"),
                node("Flatten", "flat", "pool"),
                node(
                        "Gemm",
                        "c",
                        Attributes.of(Map.of("alpha", 0.5f, "beta", 2f)),
                        "flat",
                        "first.weight",
                        "first.bias"),
                node("Gemm", "d", Attributes.of(Map.of("transB", 1L)), "c", "second.weight"),
                node("MatMul", "e", "d", "shared.weight"),
                node("MatMul", "scores", "e", "shared.weight"));
        return open.withInput(open.nodes(), constants, new ValueShape("x", List.of(-1L, 4L, 6L, 6L)));
    }

    private static Map<String, LayerChange> changes(Network network, boolean biased) {
        Map<String, LayerChange> changes = new HashMap<>();
        network.weights().forEach((name, weights) -> {
            RandomSource source = RANDOM.child(name);
            float[] values = random(source, weights.values().length).floats();
            float[] bias = biased ? random(source.child("bias"), weights.cols()).floats() : new float[0];
            changes.put(name, new LayerChange(new WeightMatrix(weights.rows(), weights.cols(), values), bias));
        });
        return changes;
    }

    private static float[] scores(CompiledNetwork compiled) {
        try (compiled;
                INDArray images = NativeArrays.of(X);
                INDArray scores = compiled.forward(images)) {
            return scores.data().asFloat();
        }
    }

    private static void assertSame(float[] actual, float[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i])
                    .as("score %d", i)
                    .isCloseTo(expected[i], within(1e-4f * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void anOrdinaryNetworkGivesWhatTheChipGives() {
        Network network = network();
        assertThat(network.analogLayers()).hasSize(6);
        for (boolean biased : new boolean[] {false, true}) {
            Map<String, LayerChange> changes = changes(network, biased);
            Network changed = ChangedNetwork.of(network, changes);
            assertSame(scores(CompiledNetwork.clean(changed)), scores(CompiledNetwork.with(network, changes)));
        }
    }

    @Test
    void whatIsWrittenIsReadAsTheSameNetwork() {
        Network network = network();
        Map<String, LayerChange> changes = changes(network, true);
        Path file = folder.resolve("changed.onnx");
        OnnxWriter.write(ChangedNetwork.of(network, changes), file);
        assertSame(
                scores(CompiledNetwork.clean(OnnxReader.read(file))), scores(CompiledNetwork.with(network, changes)));
    }

    @Test
    void layersWithoutAChangeStayAsTheyAreAndNothingIsLeftOver() {
        Network network = network();
        assertSame(
                scores(CompiledNetwork.clean(ChangedNetwork.of(network, Map.of()))),
                scores(CompiledNetwork.clean(network)));
        Map<String, LayerChange> changes = changes(network, true);
        Network changed = ChangedNetwork.of(network, changes);
        assertThat(changed.constants())
                .containsKeys("plain.weight", "grouped.bias", "first.bias")
                .doesNotContainKey("shared.weight");
        assertThat(changed.analogLayers())
                .extracting(AnalogLayer::name)
                .startsWith("plain", "grouped", "first", "second")
                .doesNotHaveDuplicates();
    }
}
