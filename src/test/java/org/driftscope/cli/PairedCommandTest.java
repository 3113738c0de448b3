package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrations beside each other on the same chips, from made-up trials. */
class PairedCommandTest {
    @TempDir
    Path folder;

    private Path archive() {
        return folder.resolve("runs.sqlite");
    }

    private int made;

    private void put(RunArchive archive, long seed, double top1, Map<String, Object> settings) {
        ExperimentSpec spec = Settings.named("seed").write(Settings.with(ExperimentSpec.defaults(), settings), seed);
        try {
            String json = new ObjectMapper().writeValueAsString(Settings.values(spec));
            String key = String.format("%064x", ++made);
            archive.put(
                    ArchivedTrial.finished(
                            key,
                            "pairs",
                            "2026-01-01T10:20:30.000Z",
                            json,
                            "{}",
                            Outcomes.of(100, 0.9, 0.5, top1, 10, 0.1, 160L, 0, 0.5, "")),
                    false);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Chips differ by tens of points, the calibrations by 1, 2 and 3; what the method does not look at is no difference. */
    @BeforeEach
    void trials() {
        try (RunArchive archive = RunArchive.open(archive())) {
            put(archive, 1, 0.60, Map.of("rank", 1L));
            put(archive, 2, 0.70, Map.of("rank", 1L, "budget", 5.0));
            put(archive, 3, 0.80, Map.of("rank", 1L));
            put(archive, 9, 0.10, Map.of("rank", 1L));
            put(archive, 3, 0.83, Map.of("rank", 4L));
            put(archive, 1, 0.61, Map.of("rank", 4L));
            put(archive, 2, 0.72, Map.of("rank", 4L));
            put(archive, 8, 0.99, Map.of("rank", 4L));
        }
    }

    @Test
    void pairsAreTrialsOnOneChip() {
        CliHarness.Answer answer =
                CliHarness.run("archive", "compare", "--archive", archive().toString(), "--json");
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode row = answer.json().get(0);
        assertThat(row.path("pairs").asInt()).isEqualTo(3);
        assertThat(row.path("difference").asDouble()).isCloseTo(2, within(1e-9));
        assertThat(row.path("intervalLow").asDouble()).isCloseTo(2 - 4.303 / Math.sqrt(3), within(1e-3));
        assertThat(row.path("chipsToSee").asInt()).isEqualTo(34);
        assertThat(row.path("calibration").asText()).isEqualTo("DoRA rank 4");
        assertThat(row.path("baselineTop1").asDouble()).isCloseTo(70, within(1e-9));
    }

    @Test
    void theTableNamesIntervalPairsAndChips() {
        CliHarness.Answer answer = CliHarness.run(
                "archive", "compare", "--archive", archive().toString(), "--against", "rank=4", "--points", "1");
        assertThat(answer.out())
                .contains("Against DoRA rank 4", "DoRA rank 1", "-2.00", "95 % interval (Student's t for pairs)")
                .contains("chips to see 1.0");
    }

    @Test
    void whatIsNoBaselineIsSaid() {
        assertThat(CliHarness.run("archive", "compare", "--archive", archive().toString(), "--against", "rank=7")
                        .err())
                .contains("No trial that fits has");
        assertThat(CliHarness.run("archive", "compare", "--archive", archive().toString(), "--against", "method=dora")
                        .err())
                .contains("true of 2 calibrations");
        assertThat(CliHarness.run("archive", "compare", "--archive", archive().toString(), "--points", "0")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void differencesAreDrawn() {
        Path out = folder.resolve("differences.svg");
        CliHarness.Answer answer = CliHarness.run(
                "figure",
                "--archive",
                archive().toString(),
                "--against",
                "rank=1",
                "--x",
                "sramBits",
                "--out",
                out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(out).isNotEmptyFile();
        assertThat(Files.exists(out)).isTrue();
    }

    /** Chips of two ages and two mappings: ages lie along the axis, mappings are panels. */
    @Test
    void differencesOfAgeingChipsLieAtTheirAges() throws IOException {
        try (RunArchive archive = RunArchive.open(archive())) {
            for (String mapping : List.of("one-sided", "constant-sum")) {
                for (double age : new double[] {3600, 31_557_600}) {
                    for (long seed = 1; seed <= 2; seed++) {
                        Map<String, Object> chip = Map.of("device", "pcm", "age", age, "mapping", mapping);
                        put(archive, seed, 0.6, with(chip, 1));
                        put(archive, seed, 0.62 + age / 1e9, with(chip, 4));
                    }
                }
            }
        }
        Path out = folder.resolve("ages.svg");
        CliHarness.Answer answer = CliHarness.run(
                "figure",
                "--archive",
                archive().toString(),
                "--where",
                "device=pcm",
                "--against",
                "rank=1",
                "--out",
                out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        String svg = Files.readString(out);
        assertThat(svg)
                .contains(">Age<", ">mapping one-sided<", ">mapping constant-sum<")
                .doesNotContain("Parameters updated");
    }

    private static Map<String, Object> with(Map<String, Object> chip, long rank) {
        Map<String, Object> all = new LinkedHashMap<>(chip);
        all.put("rank", rank);
        return all;
    }
}
