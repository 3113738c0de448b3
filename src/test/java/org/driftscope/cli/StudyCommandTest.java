package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.driftscope.cli.output.ExitCodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A study on the bundled sample, and what can be done with its folder and its archive. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class StudyCommandTest {
    @TempDir
    static Path folder;

    private static Path results;
    private static String archive;
    private static CliHarness.Answer first;

    private static CliHarness.Answer study(String... more) {
        String[] base = {
            "study",
            "rank",
            "--seeds",
            "1",
            "--limit",
            "30",
            "--samples",
            "2",
            "--out",
            results.toString(),
            "--archive",
            archive,
            "--json",
            "--threads",
            "2"
        };
        return CliHarness.run(Stream.of(base, more).flatMap(Stream::of).toArray(String[]::new));
    }

    @BeforeAll
    static void runOnce() {
        results = folder.resolve("results");
        archive = folder.resolve("runs.sqlite").toString();
        first = study();
    }

    @Test
    void itWritesFiguresTablesAndTheExperiment() {
        assertThat(first.exitCode()).as(first.err()).isZero();
        JsonNode sweep = first.json().get("sweeps").get(0);
        assertThat(sweep.get("trials").asInt()).isEqualTo(10);
        assertThat(sweep.get("computed").asInt()).isEqualTo(10);
        for (String name :
                List.of("rank.svg", "rank.pdf", "rank.png", "rank.csv", "rank.tex", "rank.yaml", "rank-trials.csv")) {
            assertThat(results.resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void aSecondRunComputesNothingAndWritesTheSame() throws IOException {
        String before = Files.readString(results.resolve("rank-trials.csv"));
        CliHarness.Answer second = study();
        assertThat(second.json().get("sweeps").get(0).get("computed").asInt()).isZero();
        assertThat(Files.readString(results.resolve("rank-trials.csv"))).isEqualTo(before);
    }

    @Test
    void itsExperimentFileRunsToTheSameTrials() {
        CliHarness.Answer again = CliHarness.run(
                "run",
                results.resolve("rank.yaml").toString(),
                "--out",
                folder.resolve("again").toString(),
                "--archive",
                archive,
                "--json");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.json().get("sweeps").get(0).get("computed").asInt()).isZero();
    }

    @Test
    void theCommandInItsTablesRunsAsItStands() throws IOException {
        String command = Files.readAllLines(results.resolve("rank.csv")).stream()
                .filter(line -> line.startsWith("# command: driftscope "))
                .findFirst()
                .orElseThrow();
        String[] words = command.substring("# command: driftscope ".length()).split(" ");
        // names are those in the folder of results, where it is meant to be typed
        for (int i = 0; i < words.length; i++) {
            words[i] = i == 1 || i == 3 ? results.resolve(words[i]).toString() : words[i];
        }
        CliHarness.Answer again =
                CliHarness.run(Stream.concat(Stream.of(words), Stream.of("--archive", archive, "--json"))
                        .toArray(String[]::new));
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.json().get("sweeps").get(0).get("computed").asInt()).isZero();
    }

    @Test
    void aStudyOfWhichSomeTrialsAreRefusedSaysSoAndHasItsOwnExitCode() throws IOException {
        Path experiment = folder.resolve("refused.yaml");
        String text = Files.readString(results.resolve("rank.yaml"));
        Files.writeString(
                experiment,
                text.replaceAll("(?m)^method: .*$", "method: [allocated, bias]")
                        .replaceAll("(?m)^rank: .*$", "rank: 1")
                        .replaceAll("(?m)^budget: .*$", "budget: 0.001"));
        String out = folder.resolve("refused").toString();
        String[] run = {
            "run",
            experiment.toString(),
            "--out",
            out,
            "--archive",
            folder.resolve("refused.sqlite").toString()
        };
        CliHarness.Answer answer = CliHarness.run(run);
        assertThat(answer.exitCode()).as(answer.err()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(answer.out()).contains("Refused, 1 trial of allocated ranks", "budget");
        CliHarness.Answer json = CliHarness.run(
                Stream.concat(Stream.of(run), Stream.of("--json")).toArray(String[]::new));
        assertThat(json.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        assertThat(json.json().get("sweeps").get(0).get("refused")).hasSize(1);
        assertThat(CliHarness.run("verify", out, "--json").exitCode()).isZero();
    }

    @Test
    void verifyAgreesAndNoticesAWrongNumber() throws IOException {
        CliHarness.Answer good = CliHarness.run("verify", results.toString(), "--trials", "2", "--json");
        assertThat(good.exitCode()).as(good.err()).isZero();
        assertThat(good.json().get("agreed").asInt()).isEqualTo(2);
        Path forged = Files.createDirectories(folder.resolve("forged"));
        for (String name : List.of("rank.yaml", "rank-trials.csv")) {
            Files.copy(results.resolve(name), forged.resolve(name));
        }
        Path table = forged.resolve("rank-trials.csv");
        String text = Files.readString(table);
        String top1 = good.json().get("checks").get(0).get("savedTop1").asText();
        Files.writeString(table, text.replace("," + top1 + ",", ",0.01,"), StandardCharsets.UTF_8);
        assertThat(CliHarness.run("verify", forged.toString(), "--trials", "2").exitCode())
                .isEqualTo(ExitCodes.UNEXPECTED);
    }

    @Test
    void theFigureIsDrawnAgainFromFolderAndArchive() {
        Path fromFolder = folder.resolve("folder.svg");
        Path fromArchive = folder.resolve("archive.png");
        CliHarness.Answer one = CliHarness.run(
                "figure",
                results.toString(),
                "--out",
                fromFolder.toString(),
                "--size",
                "one-column",
                "--theme",
                "dark");
        assertThat(one.exitCode()).as(one.err()).isZero();
        CliHarness.Answer two = CliHarness.run(
                "figure", "--archive", archive, "--study", "rank", "--out", fromArchive.toString(), "--dpi", "72");
        assertThat(two.exitCode()).as(two.err()).isZero();
        assertThat(fromFolder).content().contains("<svg", "DoRA", "LoRA");
        assertThat(fromArchive).isNotEmptyFile();
        assertThat(CliHarness.run("figure", results.toString(), "--out", "x.bmp")
                        .exitCode())
                .isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void theArchiveIsFilteredTaggedAndExported() throws IOException {
        JsonNode lora = list("--method", "lora", "--where", "rank=4");
        assertThat(lora).hasSize(1);
        String key = lora.get(0).get("key").asText();
        assertThat(list("--drift", "0.31")).isEmpty();
        assertThat(list("--drift", "0.2")).hasSize(10);
        assertThat(CliHarness.run("archive", "tag", key, "good", "--archive", archive)
                        .exitCode())
                .isZero();
        assertThat(list("--tag", "good")).hasSize(1);
        Path csv = folder.resolve("all.csv");
        Path json = folder.resolve("all.json");
        CliHarness.run("archive", "export", "--archive", archive, "--out", csv.toString());
        CliHarness.run("archive", "export", "--archive", archive, "--out", json.toString(), "--tag", "good");
        assertThat(Files.readAllLines(csv)).hasSize(11);
        assertThat(json).content().contains(key);
        assertThat(CliHarness.run("archive", "tag", "nokey", "x", "--archive", archive)
                        .exitCode())
                .isEqualTo(ExitCodes.BAD_INPUT);
    }

    private static JsonNode list(String... filters) {
        String[] base = {"archive", "list", "--archive", archive, "--json"};
        CliHarness.Answer answer =
                CliHarness.run(Stream.of(base, filters).flatMap(Stream::of).toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        return answer.json();
    }

    @Test
    void theCostStudyNeedsNoTrials() throws IOException {
        Path out = folder.resolve("cost");
        CliHarness.Answer answer = CliHarness.run("study", "cost", "--out", out.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(Files.readString(out.resolve("cost.csv"))).contains("DoRA rank 4", "back-propagation");
        assertThat(out.resolve("cost.tex")).content().contains("\\toprule");
        assertThat(out.resolve("cost-assumptions.csv")).content().contains("RRAM endurance");
        assertThat(out.resolve("inference.csv")).content().contains("ADCs", "DoRA rank 4", "energyPercent");
        assertThat(out.resolve("inference.tex")).content().contains("\\toprule");
        assertThat(out.resolve("inference.svg")).content().contains("Energy of an inference");
    }

    @Test
    void theCostOfAnInferenceIsInTheDocumentAndDrawn() {
        Path picture = folder.resolve("inference.svg");
        CliHarness.Answer answer =
                CliHarness.run("cost", "--json", "--circuit", "adc-bits=6", "--figure", picture.toString());
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        JsonNode adcs = answer.json().at("/inference/analog/2");
        assertThat(adcs.get("part").asText()).isEqualTo("ADCs");
        JsonNode energy = adcs.get("energyJoules");
        assertThat(energy.get("value").asDouble())
                .isBetween(energy.get("low").asDouble(), energy.get("high").asDouble());
        assertThat(answer.json().at("/inference/methods/0/energyPercent/value").asDouble())
                .isPositive();
        assertThat(picture).content().contains("DACs");
    }
}
