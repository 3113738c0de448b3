package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
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
    void aCalibrationThatIsKeptIsTheOneThatWasMadeThen() {
        String then = folder.resolve("then.safetensors").toString();
        String kept = folder.resolve("kept.safetensors").toString();
        JsonNode later = calibrated("--age", "1d", "--kept-from", "1h", "--save", kept);
        assertThat(later.get("notes").get(0).asText()).isEqualTo("Calibrated at an age of 1 h and kept to 1 d.");
        JsonNode first = calibrated("--age", "1h", "--save", then);
        JsonNode saved = run("evaluate", "--device", "pcm", "--age", "1d", "--adapters", then, "--json")
                .json();
        assertThat(saved.get("top1")).isEqualTo(later.get("calibratedTop1"));
        assertThat(Path.of(kept)).content(StandardCharsets.ISO_8859_1).contains("seconds=3600.0");
        assertThat(later.get("updatedParameters")).isEqualTo(first.get("updatedParameters"));
        for (int i = 0; i < later.get("layers").size(); i++) {
            JsonNode now = later.get("layers").get(i);
            assertThat(now.get("errorAfter").asDouble())
                    .as("of %s as it is now", now.get("name"))
                    .isGreaterThan(first.get("layers").get(i).get("errorAfter").asDouble());
        }
        assertThat(calibrationOf("--kept-from", "1x").err()).contains("--kept-from", "1x, but must be 0 or more");
    }

    private static JsonNode calibrated(String... more) {
        List<String> words = new ArrayList<>(List.of("--device", "pcm", "--preset", "recommended", "--rank", "1"));
        words.addAll(List.of(more));
        return calibrationOf(words.toArray(new String[0])).json();
    }

    private static CliHarness.Answer calibrationOf(String... more) {
        List<String> words = new ArrayList<>(List.of("--calibration", SAMPLE + "/calibration.bin", "--json"));
        words.addAll(List.of(more));
        return run("calibrate", words.toArray(new String[0]));
    }

    @Test
    void whatWasNotMeasuredIsSaid() {
        JsonNode held =
                run("evaluate", "--device", "wan2022", "--age", "1y", "--json").json();
        assertThat(held.get("warnings").get(0).asText()).contains("measured up to 2 d");
        assertThat(held.get("age").asDouble()).isEqualTo(31_536_000);
    }

    @Test
    void readsOfOneChipAreSaidApartFromChips() {
        String[] noisy = {"--drift", "0.2", "--seed", "3", "--circuit", "read-noise=0.08", "--json"};
        JsonNode once = run("evaluate", noisy).json();
        assertThat(once.has("reads")).isFalse();
        JsonNode more = run("evaluate", with(noisy, "--reads", "4")).json();
        JsonNode reads = more.get("reads");
        assertThat(more.get("top1").asDouble()).isEqualTo(once.get("top1").asDouble());
        List<Double> top1 = new ArrayList<>();
        reads.get("top1").forEach(read -> top1.add(read.asDouble()));
        assertThat(top1).hasSize(4).startsWith(once.get("top1").asDouble());
        assertThat(new HashSet<>(top1)).hasSizeGreaterThan(1);
        double mean = top1.stream().mapToDouble(read -> read).sum() / 4;
        double squares =
                top1.stream().mapToDouble(read -> (read - mean) * (read - mean)).sum();
        assertThat(reads.get("mean").asDouble()).isCloseTo(mean, within(1e-12));
        assertThat(reads.get("standardDeviation").asDouble()).isCloseTo(Math.sqrt(squares / 3), within(1e-12));
        assertThat(run("evaluate", with(noisy, "--reads", "4", "--threads", "1"))
                        .json()
                        .get("reads"))
                .isEqualTo(reads);
        assertThat(run("evaluate", "--drift", "0.2", "--reads", "4").err())
                .contains("--reads is 4, but must be 1 where there is no read noise");
        assertThat(run("evaluate", with(noisy, "--reads", "0")).err()).contains("1 or more");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aPublishedCircuitSaysWhatOfItIsMissing() {
        JsonNode prime = run(
                        "evaluate", "--circuit-preset", "prime", "--circuit", "adc-bits=5,read-noise=0.01", "--json")
                .json();
        assertThat(prime.get("circuit").get("dacBits").asInt()).isEqualTo(6);
        assertThat(prime.get("circuit").get("adcBits").asInt())
                .as("an option beside it")
                .isEqualTo(5);
        assertThat(prime.get("converters").get(0).get("tileRows").asInt()).isEqualTo(256);
        assertThat(prime.get("converters").get(1).get("layer").asText()).isEqualTo("conv1");
        assertThat(prime.get("converters").get(1).get("slice").asInt()).isEqualTo(2);
        assertThat(prime.get("converters").get(1).get("adc").get("high").asDouble())
                .as("each slice has an ADC of its own")
                .isNotEqualTo(
                        prime.get("converters").get(0).get("adc").get("high").asDouble());
        assertThat(prime.get("warnings").get(0).asText())
                .contains("PRIME: Modelled: weights of two 4-bit cells. Not modelled");
        JsonNode small = run("evaluate", "--tile", "64", "--circuit-preset", "isaac", "--circuit", "slices=1", "--json")
                .json();
        assertThat(small.get("converters").get(0).get("tileRows").asInt()).isEqualTo(64);
        assertThat(run("evaluate", "--circuit-preset", "puma").err()).contains("ideal, isaac, prime, aihwkit");
    }

    @Test
    void rangesOfConvertersAreSaidWithWhatTheyClip() {
        JsonNode ideal =
                run("evaluate", "--device", "pcm", "--age", "1y", "--json").json();
        assertThat(ideal.has("converters")).isFalse();
        JsonNode layers = run(
                        "evaluate",
                        "--device",
                        "pcm",
                        "--age",
                        "1y",
                        "--circuit",
                        "adc-bits=4",
                        "--layer-setting",
                        "conv1:adc-bits=0,dac-bits=6",
                        "--json")
                .json()
                .get("converters");
        JsonNode first = layers.get(0);
        assertThat(first.get("layer").asText()).isEqualTo("conv1");
        assertThat(first.get("adc").isNull()).isTrue();
        assertThat(first.get("dac").get("bits").asInt()).isEqualTo(6);
        JsonNode adc = layers.get(1).get("adc");
        assertThat(layers.get(1).get("dac").isNull()).isTrue();
        assertThat(adc.get("step").asDouble()).isEqualTo(adc.get("high").asDouble() / 7);
        assertThat(adc.get("low").asDouble()).isEqualTo(-adc.get("high").asDouble());
        // PCM shrinks: the range that was set on the clean weights clips less of an old chip
        assertThat(adc.get("clippedShare").asDouble())
                .isLessThan(adc.get("cleanClippedShare").asDouble());
    }

    @Test
    void aStrengthAndAnAgeExcludeEachOther() {
        assertThat(run("evaluate", "--device", "pcm", "--drift", "0.2").err()).contains("drifts by its age");
        assertThat(run("evaluate", "--age", "1h").err()).contains("does not age");
        assertThat(run("evaluate", "--device", "foo").err())
                .contains("--device is foo, but must be one of relative, wan2022")
                .doesNotContain("org.driftscope");
    }

    @Test
    void aDeviceThatOnlyWritesIsScoredAsItWrites() {
        JsonNode written = run("evaluate", "--device", "milo", "--json").json();
        assertThat(written.get("device").asText()).isEqualTo("milo");
        assertThat(written.has("age")).isFalse();
        assertThat(written.has("cleanTop1")).isTrue();
        assertThat(written.get("warnings")).isEmpty();
        String[] before = {
            "--g-min", "50", "--g-max", "225", "--programming-error", "1", "--programming-error-of", "milo"
        };
        JsonNode same = run(
                        "evaluate",
                        Stream.concat(Stream.of(before), Stream.of("--json")).toArray(String[]::new))
                .json();
        assertThat(same.get("top1")).as("no drift after it").isEqualTo(written.get("top1"));
        JsonNode outside = run(
                        "evaluate",
                        "--device",
                        "wan2022",
                        "--age",
                        "1d",
                        "--programming-error",
                        "1",
                        "--programming-error-of",
                        "milo",
                        "--json")
                .json();
        assertThat(outside.get("warnings").get(0).asText()).contains("error of Milo 2021", "50 to 225");
        assertThat(run("evaluate", "--device", "milo", "--drift", "0.2").err()).contains("milo does not drift");
        assertThat(run("evaluate", "--device", "milo", "--age", "1h").err()).contains("milo does not age");
    }

    @Test
    void everyDeviceIsListedWithItsSource() {
        JsonNode devices = CliHarness.run("devices", "--json").json();
        assertThat(devices)
                .hasSize(10)
                .allSatisfy(device -> assertThat(device.get("source").asText()).matches(".*\\(20\\d\\d\\)"));
        assertThat(CliHarness.run("devices").out()).contains("wan2022", "2 d", "9 to 88.2, clipped");
    }
}
