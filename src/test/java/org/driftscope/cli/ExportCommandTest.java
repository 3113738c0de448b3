package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.safetensors.SafetensorsReader;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
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

    /** What PEFT computes, m (W + B A) / ||W + B A||, from the three files alone, is what the folded export has. */
    @Test
    void peftComputesTheCalibratedWeights() throws IOException {
        String adapters = folder.resolve("a.safetensors").toString();
        List<String> calibrate =
                List.of("calibrate", MODEL, "--calibration", SAMPLE + "/calibration.bin", "--rank", "2");
        List<String> pure = List.of("--method", "dora", "--no-bias", "--save", adapters);
        assertThat(run(calibrate, pure, CHIP, IMAGES).exitCode()).isZero();
        Path peft = folder.resolve("peft");
        List<String> export = List.of("export", MODEL, "--adapters", adapters, "--out");
        CliHarness.Answer answer = run(export, List.of(peft.toString(), "--adapters-as", "peft"), CHIP);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        Path folded = folder.resolve("folded.onnx");
        assertThat(run(export, List.of(folded.toString()), CHIP).exitCode()).isZero();

        JsonNode config =
                new ObjectMapper().readTree(peft.resolve("adapter_config.json").toFile());
        assertThat(config.get("peft_type").asText()).isEqualTo("LORA");
        assertThat(config.get("use_dora").asBoolean()).isTrue();
        assertThat(config.get("r")).isEqualTo(config.get("lora_alpha"));
        Network drifted = OnnxReader.read(peft.resolve("drifted.onnx"));
        Network calibrated = OnnxReader.read(folded);
        Map<String, Tensor> tensors = SafetensorsReader.read(peft.resolve("adapter_model.safetensors"))
                .tensors();
        Pattern targets = Pattern.compile(config.get("target_modules").asText());
        for (AnalogLayer layer : drifted.analogLayers()) {
            assertThat(targets.matcher(layer.name()).matches()).as(layer.name()).isTrue();
            String name = "base_model.model." + layer.name();
            float[] wanted =
                    calibrated.weights(calibrated.analogLayer(layer.name())).values();
            float[] here = byPeft(
                    drifted.weights(layer),
                    tensors.get(name + ".lora_A.weight"),
                    tensors.get(name + ".lora_B.weight"),
                    tensors.get(name + ".lora_magnitude_vector"));
            for (int i = 0; i < wanted.length; i++) {
                assertThat(here[i]).as("%s %d", name, i).isCloseTo(wanted[i], within(1e-5f));
            }
        }
        assertThat(targets.matcher("layer9.conv1").matches()).isFalse();
    }

    /** @param weight [inputs, outputs], the transpose of what PEFT holds */
    private static float[] byPeft(WeightMatrix weight, Tensor a, Tensor b, Tensor magnitude) {
        int inputs = weight.rows();
        int outputs = weight.cols();
        int rank = (int) a.shape()[0];
        float[] values = new float[inputs * outputs];
        for (int o = 0; o < outputs; o++) {
            double square = 0;
            for (int i = 0; i < inputs; i++) {
                double sum = weight.values()[i * outputs + o];
                for (int r = 0; r < rank; r++) {
                    sum += (double) b.floats()[o * rank + r] * a.floats()[r * inputs + i];
                }
                values[i * outputs + o] = (float) sum;
                square += sum * sum;
            }
            for (int i = 0; i < inputs; i++) {
                values[i * outputs + o] *= (float) (magnitude.floats()[o] / Math.sqrt(square));
            }
        }
        return values;
    }

    @Test
    void whatPeftCannotHoldIsRefusedBeforeAnythingIsWritten() {
        String adapters = folder.resolve("a.safetensors").toString();
        run(
                List.of("calibrate", MODEL, "--calibration", SAMPLE + "/calibration.bin", "--rank", "1"),
                List.of("--preset", "recommended", "--save", adapters),
                CHIP,
                IMAGES);
        Path peft = folder.resolve("peft");
        CliHarness.Answer answer = run(
                List.of("export", MODEL, "--adapters", adapters, "--adapters-as", "peft", "--out", peft.toString()),
                CHIP);
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("PEFT cannot hold the adapter of conv1: it has a bias.");
        assertThat(peft.resolve("drifted.onnx")).doesNotExist();
        assertThat(peft.resolve("adapter_config.json")).doesNotExist();
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
