package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.cli.output.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on the bundled sample, from files to recovered accuracy. */
class DemoCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");

    @TempDir
    Path folder;

    @Test
    void theDemoTellsTheWholeStoryAsOneJsonDocument() {
        JsonNode story = CliHarness.run("demo", "--json", "--threads", "2").json();
        List.of(
                        "cleanTop1",
                        "driftedTop1",
                        "calibratedTop1",
                        "recovered",
                        "updatedParameters",
                        "updatedPercent",
                        "rramWrites",
                        "calibrationSeconds",
                        "layers",
                        "provenance")
                .forEach(field -> assertThat(story.has(field)).as(field).isTrue());
        assertThat(story.get("driftedTop1").asDouble())
                .isLessThan(story.get("cleanTop1").asDouble());
        assertThat(story.get("calibratedTop1").asDouble())
                .isGreaterThan(story.get("driftedTop1").asDouble());
        assertThat(story.get("rramWrites").asLong()).isZero();
        story.get("layers").forEach(layer -> assertThat(layer.get("errorAfter").asDouble())
                .as(layer.get("name").asText())
                .isLessThan(layer.get("errorBefore").asDouble()));
    }

    @Test
    void theSameSeedGivesTheSameNumbersAndAnotherSeedOthers() {
        JsonNode once = demo("7");
        JsonNode again = demo("7");
        assertThat(again.get("layers")).isEqualTo(once.get("layers"));
        assertThat(again.get("calibratedTop1")).isEqualTo(once.get("calibratedTop1"));
        assertThat(demo("8").get("layers")).isNotEqualTo(once.get("layers"));
    }

    private static JsonNode demo(String seed) {
        return CliHarness.run("demo", "--json", "--threads", "1", "--limit", "50", "--seed", seed)
                .json();
    }

    @Test
    void savedAdaptersGiveTheSameAccuracyOnTheirOwnChipAndAreRefusedOnAnother() {
        String adapters = folder.resolve("adapters.safetensors").toString();
        String[] bench = {SAMPLE + "/model.onnx", "--images", SAMPLE + "/evaluation.bin", "--limit", "100"};
        CliHarness.Answer calibrated = CliHarness.run(join(
                bench,
                "calibrate",
                "--calibration",
                SAMPLE + "/calibration.bin",
                "--drift",
                "0.3",
                "--seed",
                "3",
                "--rank",
                "2",
                "--save",
                adapters,
                "--json"));
        assertThat(calibrated.exitCode()).as(calibrated.err()).isZero();
        CliHarness.Answer scored = CliHarness.run(
                join(bench, "evaluate", "--drift", "0.3", "--seed", "3", "--adapters", adapters, "--json"));
        assertThat(scored.json().get("top1")).isEqualTo(calibrated.json().get("calibratedTop1"));
        assertThat(scored.json().get("cleanTop1")).isEqualTo(calibrated.json().get("cleanTop1"));
        CliHarness.Answer elsewhere =
                CliHarness.run(join(bench, "evaluate", "--drift", "0.3", "--seed", "4", "--adapters", adapters));
        assertThat(elsewhere.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(elsewhere.err()).contains("another seed");
    }

    /** The command first, then the bench, then the rest. */
    private static String[] join(String[] bench, String command, String... rest) {
        return Stream.of(new String[] {command}, bench, rest)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
    }

    @Test
    void inspectListsLayersWithTheirCells() {
        JsonNode report =
                CliHarness.run("inspect", SAMPLE + "/model.onnx", "--json").json();
        assertThat(report.get("parameters").asLong()).isPositive();
        assertThat(report.get("inputShape")).hasSize(4);
        JsonNode first = report.get("layers").get(0);
        assertThat(first.get("analog").asBoolean()).isTrue();
        assertThat(first.get("rows").asInt()).isEqualTo(27);
        assertThat(first.get("weights").asInt())
                .isEqualTo(first.get("rows").asInt() * first.get("cols").asInt());
        assertThat(first.get("tiles").asInt()).isEqualTo(1);
    }
}
