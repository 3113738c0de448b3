package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");
    private static final String MODEL = SAMPLE + "/model.onnx";
    private static final List<String> CHIP = List.of("--drift", "0.2", "--seed", "7", "--on-off", "10");
    private static final List<String> IMAGES =
            List.of("--images", SAMPLE + "/evaluation.bin", "--preprocess", "cifar10", "--limit", "60");

    @TempDir
    Path folder;

    @SafeVarargs
    private static CliHarness.Answer run(List<String>... words) {
        List<String> all = new ArrayList<>();
        List.of(words).forEach(all::addAll);
        return CliHarness.run(all.toArray(new String[0]));
    }

    @Test
    void theFileHasTheAccuracyOfTheChipAndOfItsCalibration() {
        String adapters = folder.resolve("a.safetensors").toString();
        JsonNode chip = run(
                        List.of("calibrate", MODEL, "--calibration", SAMPLE + "/calibration.bin", "--rank", "2"),
                        List.of("--preset", "recommended", "--save", adapters, "--json"),
                        CHIP,
                        IMAGES)
                .json();
        assertThat(scoreOf(List.of())).isEqualTo(chip.get("driftedTop1"));
        assertThat(scoreOf(List.of("--adapters", adapters))).isEqualTo(chip.get("calibratedTop1"));
        assertThat(scoreOf(List.of("--adapters", adapters, "--adapters-as", "nodes")))
                .isEqualTo(chip.get("calibratedTop1"));
        Network graph = OnnxReader.read(folder.resolve("out.onnx"));
        assertThat(graph.constants()).containsKeys("conv1.lora_A", "conv1.lora_B", "conv1.scale", "conv1.adapter_bias");
        assertThat(graph.constants().keySet())
                .isSubsetOf(graph.nodes().stream()
                        .flatMap(node -> node.inputs().stream())
                        .toList());
    }

    private JsonNode scoreOf(List<String> adapters) {
        String file = folder.resolve("out.onnx").toString();
        CliHarness.Answer written = run(List.of("export", MODEL, "--out", file, "--json"), CHIP, adapters);
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.json().get("calibrated").asBoolean()).isEqualTo(!adapters.isEmpty());
        return run(List.of("evaluate", file, "--json"), IMAGES).json().get("top1");
    }

    @Test
    void whatCannotBeExportedIsSaid() {
        Path file = folder.resolve("out.onnx");
        CliHarness.Answer clean = run(List.of("export", MODEL, "--out", file.toString()));
        assertThat(clean.exitCode()).isEqualTo(2);
        assertThat(clean.err()).contains("--drift");
        CliHarness.Answer nowhere = run(List.of("export", MODEL, "--out", folder.toString()), CHIP);
        assertThat(nowhere.exitCode()).isEqualTo(3);
        CliHarness.Answer none = run(List.of("export", MODEL, "--out", file.toString(), "--adapters", MODEL), CHIP);
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileHasNoReadNoiseAndSaysSo() {
        CliHarness.Answer noisy = run(
                List.of("export", MODEL, "--out", folder.resolve("n.onnx").toString()),
                CHIP,
                List.of("--circuit", "read-noise=0.01"));
        assertThat(noisy.exitCode()).as(noisy.err()).isZero();
        assertThat(noisy.err()).contains("Read noise and converters are not in the file");
    }
}
