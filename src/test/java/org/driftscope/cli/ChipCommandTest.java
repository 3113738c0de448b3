package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chip taken along, and back as the chip that is worked on. */
class ChipCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");

    @TempDir
    static Path folder;

    private static String chip;

    @BeforeAll
    static void export() {
        chip = folder.resolve("chip.npz").toString();
        assertThat(CliHarness.run("chip", "export", "--on-off", "10", "--drift", "0.2", "--seed", "7", "--out", chip)
                        .exitCode())
                .isZero();
    }

    private static CliHarness.Answer run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command,
                SAMPLE + "/model.onnx",
                "--images",
                SAMPLE + "/evaluation.bin",
                "--preprocess",
                "cifar10",
                "--limit",
                "20",
                "--seed",
                "7",
                "--json"));
        words.addAll(List.of(more));
        return CliHarness.run(words.toArray(new String[0]));
    }

    /** Of a sliced chip the weights come back that its slices amount to, not those of one slice. */
    @Test
    void aChipOfBitSlicesComesBackAsItsWeights() {
        String[] sliced = {"--on-off", "5", "--drift", "0.4", "--circuit", "slices=3,slice-bits=2"};
        String file = folder.resolve("sliced.npz").toString();
        List<String> words = new ArrayList<>(List.of("chip", "export", "--seed", "7", "--out", file));
        words.addAll(List.of(sliced));
        assertThat(CliHarness.run(words.toArray(new String[0])).exitCode()).isZero();
        JsonNode made = run("evaluate", sliced).json();
        assertThat(run("evaluate", "--chip", file).json().get("top1")).isEqualTo(made.get("top1"));
        assertThat(made.get("cleanTop1").asDouble())
                .isGreaterThan(made.get("top1").asDouble());
    }

    @Test
    void theChipThatComesBackIsTheChipThatWent() {
        JsonNode made = run("evaluate", "--on-off", "10", "--drift", "0.2").json();
        JsonNode back = run("evaluate", "--chip", chip).json();
        assertThat(back.get("top1")).isEqualTo(made.get("top1"));
        assertThat(back.get("cleanTop1").asDouble())
                .isGreaterThan(back.get("top1").asDouble());
        assertThat(back.get("device").asText()).startsWith("chip@");

        String adapters = folder.resolve("adapters.safetensors").toString();
        String[] calibration = {"--calibration", SAMPLE + "/calibration.bin", "--rank", "1"};
        JsonNode fitted = run("calibrate", with(calibration, "--chip", chip, "--save", adapters))
                .json();
        assertThat(run("evaluate", "--chip", chip, "--adapters", adapters)
                        .json()
                        .get("top1"))
                .isEqualTo(fitted.get("calibratedTop1"));
        assertThat(run("evaluate", "--on-off", "10", "--drift", "0.1", "--adapters", adapters)
                        .err())
                .as("another chip")
                .contains("fitted for another chip");
    }

    @Test
    void whatAChipLeavesNoRoomForIsRefused() {
        assertThat(run("evaluate", "--chip", chip, "--drift", "0.1").err())
                .contains("the cells are those of a measured chip");
        assertThat(run("evaluate", "--chip", chip, "--age", "1h").err()).contains("does not age");
        CliHarness.Answer mapped = run("evaluate", "--chip", chip, "--mapping", "constant-sum");
        assertThat(mapped.exitCode()).isEqualTo(3);
        assertThat(mapped.err()).contains("Set mapping to one-sided");
    }

    @Test
    void experimentsNameItByItsPathAndTrialsByItsContent() throws IOException {
        Path experiment = Files.writeString(
                folder.resolve("one.yaml"),
                "device: chip.npz\nmethod: [bias, affine]\nlimit: 20\nsamples: 2\nseed: 7\n");
        String out = folder.resolve("out").toString();
        CliHarness.Answer answer = CliHarness.run("run", experiment.toString(), "--out", out, "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.json().get("sweeps").get(0).get("trials").asInt()).isEqualTo(2);
        assertThat(Files.readString(Path.of(out, "one.yaml"))).contains(chip);
        assertThat(Files.readString(Path.of(out, "one.csv"))).contains("# device: chip@");
        JsonNode verified = CliHarness.run("verify", out, "--json").json();
        assertThat(verified.get("checked").asInt()).isEqualTo(2);
        assertThat(verified.get("agreed").asInt()).isEqualTo(2);
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }
}
