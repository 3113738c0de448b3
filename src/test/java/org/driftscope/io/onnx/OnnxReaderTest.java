package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.driftscope.io.files.Hashes;
import org.driftscope.network.Network;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real networks that others trained and exported. */
class OnnxReaderTest {
    private static final Path MODELS =
            Path.of(System.getProperty("shared.data", ".")).resolve("models");

    @BeforeAll
    static void needsSharedModels() {
        Assumptions.assumeTrue(Files.isDirectory(MODELS), "no models at " + MODELS);
    }

    @Test
    void readsResNet20WithItsLayersAndHash() {
        Path file = MODELS.resolve("cifar10-resnet20-akamaster.onnx");

        Network network = OnnxReader.read(file);

        assertThat(network.sha256()).isEqualTo(Hashes.sha256(file));
        assertThat(network.opset()).isEqualTo(13);
        assertThat(network.analogLayers()).hasSize(20);
        assertThat(network.inputs().get(0).dims()).containsExactly(-1L, 3L, 32L, 32L);
        assertThat(network.analogLayer("layer1.0.conv1").rows()).isEqualTo(144);
        assertThat(network.parameters()).isEqualTo(269_722);
    }

    @ParameterizedTest
    @CsvSource({
        "cifar10-resnet20-akamaster-bnfolded.onnx, 20",
        "cifar10-resnet32-akamaster.onnx, 32",
        "mnist-cnn-tribuo-opset9.onnx, 4",
        "mnist-cntk-opset8.onnx, 3"
    })
    void findsTheLayersOfOtherNetworks(String name, int layers) {
        Network network = OnnxReader.read(MODELS.resolve(name));

        assertThat(network.inputs()).hasSize(1);
        assertThat(network.analogLayers()).hasSize(layers);
        assertThat(network.nodes()).noneMatch(node -> node.op().equals("Constant"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resnet20-12fca82f.th",
                "mnist-burn.pt",
                "mnist-burn.safetensors",
                "cifar10-resnet20-akamaster.safetensors"
            })
    void refusesWeightsWithoutGraphAndSaysHowToExport(String name) {
        assertThatThrownBy(() -> OnnxReader.read(MODELS.resolve(name)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("torch.onnx.export");
    }
}
