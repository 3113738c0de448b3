package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices that age, on the command line. */
class AgeingCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");

    @TempDir
    Path folder;

    private static CliHarness.Answer run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                SAMPLE + "/model.onnx",
                "--images",
                SAMPLE + "/evaluation.bin",
                "--preprocess",
                "cifar10",
                "--limit",
                "60"));
        words.addAll(List.of(more));
        return CliHarness.run(words.toArray(new String[0]));
    }

    @Test
    void adaptersAreKeptAsTheirChipGrowsOldAndOnNoOtherChip() {
        String adapters = folder.resolve("kept.safetensors").toString();
        JsonNode fitted = run(
                        "calibrate",
                        "--calibration",
                        SAMPLE + "/calibration.bin",
                        "--device",
                        "pcm",
                        "--age",
                        "1h",
                        "--seed",
                        "3",
                        "--preset",
                        "recommended",
                        "--rank",
                        "1",
                        "--save",
                        adapters,
                        "--json")
                .json();
        JsonNode then = run(
                        "evaluate", "--device", "pcm", "--age", "1h", "--seed", "3", "--adapters", adapters, "--json")
                .json();
        assertThat(then.get("top1")).isEqualTo(fitted.get("calibratedTop1"));
        assertThat(then.get("warnings")).isEmpty();
        JsonNode later = run(
                        "evaluate", "--device", "pcm", "--age", "1y", "--seed", "3", "--adapters", adapters, "--json")
                .json();
        assertThat(later.get("warnings").get(0).asText()).contains("fitted at an age of 1 h and kept to 1 y");
        assertThat(later.get("top1").asDouble())
                .as("no gain was measured anew")
                .isLessThan(then.get("top1").asDouble() / 2);
        CliHarness.Answer other =
                run("evaluate", "--device", "wan2022", "--age", "1h", "--seed", "3", "--adapters", adapters);
        assertThat(other.exitCode()).isEqualTo(3);
        assertThat(other.err()).contains("another chip");
    }

    @Test
    void whatWasNotMeasuredIsSaid() {
        JsonNode held =
                run("evaluate", "--device", "wan2022", "--age", "1y", "--json").json();
        assertThat(held.get("warnings").get(0).asText()).contains("measured up to 2 d");
        assertThat(held.get("age").asDouble()).isEqualTo(31_536_000);
    }

    @Test
    void aStrengthAndAnAgeExcludeEachOther() {
        assertThat(run("evaluate", "--device", "pcm", "--drift", "0.2").err()).contains("drifts by its age");
        assertThat(run("evaluate", "--age", "1h").err()).contains("does not age");
        assertThat(run("evaluate", "--device", "foo").err())
                .contains("--device: device is foo, but must be one of relative, wan2022")
                .doesNotContain("org.driftscope");
    }

    @Test
    void everyDeviceIsListedWithItsSource() {
        JsonNode devices = CliHarness.run("devices", "--json").json();
        assertThat(devices)
                .hasSize(8)
                .allSatisfy(device -> assertThat(device.get("source").asText()).matches(".*\\(20\\d\\d\\)"));
        assertThat(CliHarness.run("devices").out()).contains("wan2022", "2 d", "9 to 88.2, clipped");
    }
}
