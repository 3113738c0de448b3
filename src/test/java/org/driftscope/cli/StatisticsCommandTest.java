package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.cli.output.ExitCodes;
import org.driftscope.io.files.Hashes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the factory to the field on the bundled sample, through the command line. */
@Timeout(240)
class StatisticsCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");
    private static final String IMAGES = SAMPLE + "/evaluation.bin";
    private static final String CALIBRATION = SAMPLE + "/calibration.bin";

    @TempDir
    private static Path folder;

    private static String model;
    private static JsonNode made;

    @BeforeAll
    static void make() throws IOException {
        model = Files.copy(Path.of(SAMPLE, "model.onnx"), folder.resolve("sample.onnx"))
                .toString();
        made = ok("statistics", model, "--images", CALIBRATION, "--preprocess", "cifar10", "--samples", "20", "--json")
                .json();
    }

    private static CliHarness.Answer ok(String... args) {
        CliHarness.Answer answer = CliHarness.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCodes.OK);
        return answer;
    }

    private static String file() {
        return made.path("file").asText();
    }

    @Test
    void theFileLiesBesideTheModelAndIsDescribed() throws IOException {
        Path expected = folder.resolve("sample.statistics.safetensors");
        assertThat(Path.of(file())).isEqualTo(expected);
        assertThat(made.path("bytes").asLong()).isEqualTo(Files.size(expected));
        assertThat(made.path("sha256").asText()).isEqualTo(Hashes.sha256(expected));
        assertThat(made.path("images").asInt()).isEqualTo(20);
        assertThat(made.path("outputFisher").asBoolean()).isTrue();
        assertThat(made.path("layers").size()).isEqualTo(22);
    }

    @Test
    void inspectShowsIt() throws IOException {
        JsonNode beside = ok("inspect", model, "--json").json().path("statistics");
        assertThat(beside.path("images").asInt()).isEqualTo(20);
        assertThat(beside.path("bytes").asLong()).isEqualTo(Files.size(Path.of(file())));
        assertThat(ok("inspect", model).out()).contains("sample.statistics.safetensors", " MB, of 20 images");
        assertThat(ok("inspect", SAMPLE + "/model.onnx", "--json")
                        .json()
                        .path("statistics")
                        .isNull())
                .isTrue();
        Path other = Files.copy(Path.of(model), folder.resolve("other.onnx"));
        Files.write(folder.resolve("other.statistics.safetensors"), new byte[3]);
        assertThat(ok("inspect", other.toString()).out()).contains("cannot be used", "truncated or damaged");
    }

    @Test
    void calibratingWithItNeedsNoCalibrationImages() {
        String[] chip = {"--images", IMAGES, "--preprocess", "cifar10", "--limit", "60", "--seed", "3", "--json"};
        JsonNode field = ok(with(List.of("calibrate", model, "--statistics", file()), chip))
                .json();
        JsonNode memory = ok(with(
                        List.of("calibrate", model, "--calibration", CALIBRATION, "--factory-images", "20"), chip))
                .json();
        assertThat(field.path("statistics").path("images").asInt()).isEqualTo(20);
        assertThat(field.path("samples").asInt()).isZero();
        assertThat(memory.path("statistics").isNull()).isTrue();
        assertThat(field.path("calibratedTop1").asDouble())
                .isEqualTo(memory.path("calibratedTop1").asDouble());
    }

    @Test
    void calibratingWithNoImageAtAllGivesTheSameAdapters() throws IOException {
        Path scored = folder.resolve("scored.safetensors");
        Path unscored = folder.resolve("unscored.safetensors");
        String[] images = {"--images", IMAGES, "--preprocess", "cifar10", "--limit", "10"};
        ok(with(List.of("calibrate", model, "--statistics", file(), "--save", scored.toString()), images));
        CliHarness.Answer answer =
                ok("calibrate", model, "--statistics", file(), "--save", unscored.toString(), "--json");
        JsonNode report = answer.json();
        assertThat(report.path("cleanTop1").isNull()).isTrue();
        assertThat(report.path("calibratedTop1").isNull()).isTrue();
        assertThat(report.path("layers").get(0).path("errorAfter").asDouble())
                .isLessThan(report.path("layers").get(0).path("errorBefore").asDouble());
        assertThat(Files.readAllBytes(unscored)).isEqualTo(Files.readAllBytes(scored));
        assertThat(ok("calibrate", model, "--statistics", file()).out()).contains("Not scored");
    }

    @Test
    void anExperimentNamesItByARelativePath() throws IOException {
        Path experiment = Files.write(
                folder.resolve("e.yaml"),
                List.of(
                        "model: sample.onnx",
                        "images: " + IMAGES,
                        "preprocess: cifar10",
                        "calibration: " + CALIBRATION,
                        "limit: 30",
                        "rank: 1",
                        "statistics: [none, sample.statistics.safetensors]"));
        String out = folder.resolve("out").toString();
        String archive = folder.resolve("runs.sqlite").toString();
        String[] run = {"run", experiment.toString(), "--out", out, "--archive", archive, "--json"};
        assertThat(ok(run).json().path("sweeps").get(0).path("computed").asInt())
                .isEqualTo(2);
        assertThat(ok(run).json().path("sweeps").get(0).path("computed").asInt())
                .isZero();
        JsonNode checked = ok("verify", out, "--json").json();
        assertThat(checked.path("agreed").asInt()).isEqualTo(2);
    }

    @Test
    void missingPartsAreUsageErrorsAndBadFilesBadInput() throws IOException {
        assertThat(CliHarness.run("calibrate", model).exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(CliHarness.run("calibrate", model, "--images", IMAGES).exitCode())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(CliHarness.run("calibrate", model, "--calibration", CALIBRATION)
                        .exitCode())
                .isEqualTo(ExitCodes.USAGE);
        assertThat(CliHarness.run("statistics", model).exitCode()).isEqualTo(ExitCodes.USAGE);
        String empty =
                Files.write(folder.resolve("empty.safetensors"), new byte[0]).toString();
        refused("0 bytes", "calibrate", model, "--statistics", empty);
        refused(
                "does not exist",
                "calibrate",
                model,
                "--statistics",
                folder.resolve("nowhere").toString());
        refused("samples", "statistics", model, "--images", CALIBRATION, "--samples", "0");
        refused("needs calibration images", "calibrate", model, "--statistics", file(), "--method", "batch-norm");
    }

    private static void refused(String saying, String... args) {
        CliHarness.Answer answer = CliHarness.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(answer.err()).contains(saying).doesNotContain("Exception");
    }

    private static String[] with(List<String> first, String... more) {
        return Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new);
    }
}
