package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxWriterTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() {
        Network network = SmallNetworks.classifier();
        Path file = folder.resolve("small.onnx");

        OnnxWriter.write(network, file);
        Network back = OnnxReader.readGraph(file);

        assertThat(back.opset()).isEqualTo(network.opset());
        assertThat(back.inputs()).isEqualTo(network.inputs());
        assertThat(back.outputs()).isEqualTo(network.outputs());
        assertThat(back.nodes()).usingRecursiveComparison().isEqualTo(network.nodes());
        assertThat(back.constants()).usingRecursiveComparison().isEqualTo(network.constants());
    }

    @Test
    void everyKindOfAttributeSurvives() {
        Attributes attributes = Attributes.of(Map.of(
                "i",
                -5L,
                "f",
                0.25f,
                "s",
                "SAME_UPPER",
                "is",
                new long[] {1, Long.MIN_VALUE},
                "fs",
                new float[] {1.5f, Float.MIN_VALUE},
                "t",
                Tensor.bools(new long[] {1, 0}, 2)));
        Network network = new Network(
                "attributes",
                13,
                List.of(new Node("n", "Relu", List.of("x"), List.of("y"), attributes)),
                Map.of(),
                List.of(new ValueShape("x", List.of(-1L, 3L))),
                List.of(new ValueShape("y", List.of(-1L, 3L))),
                "");
        Path file = folder.resolve("attributes.onnx");

        OnnxWriter.write(network, file);

        assertThat(OnnxReader.readGraph(file).nodes().get(0).attributes().asMap())
                .usingRecursiveComparison()
                .isEqualTo(attributes.asMap());
    }

    @Test
    void sameNetworkGivesSameBytes() throws IOException {
        OnnxWriter.write(SmallNetworks.classifier(), folder.resolve("a.onnx"));
        OnnxWriter.write(SmallNetworks.classifier(), folder.resolve("b.onnx"));

        assertThat(Files.readAllBytes(folder.resolve("a.onnx")))
                .isEqualTo(Files.readAllBytes(folder.resolve("b.onnx")));
    }
}
