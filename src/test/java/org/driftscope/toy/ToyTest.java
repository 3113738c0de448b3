package org.driftscope.toy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code beside the program adds one entry to each of its lists, and finds it everywhere without a change elsewhere: what the
 * recipes for contributors say is enough, is enough.
 */
class ToyTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void runCommands() throws Exception {
        Files.writeString(
                folder.resolve("toy.yaml"),
                """
                limit: 20
                samples: 2
                seed: [1, 2]
                method: [bias, magnitude]
                """);
        Files.write(
                folder.resolve("commands.txt"),
                List.of(
                        "run run toy.yaml --out results --archive runs.sqlite",
                        "again run toy.yaml --out again --archive runs.sqlite --json",
                        "figure figure results --out toy.svg",
                        "export archive export --archive runs.sqlite --out trials.csv",
                        "list archive list --archive runs.sqlite",
                        "show archive list --json --archive runs.sqlite",
                        "calibrate calibrate " + sample() + " --method bias --limit 20 --samples 2 --json"));
        ToyProcess.run(folder, ToyCommands.class);
    }

    private static String sample() {
        Path sample = Path.of(System.getProperty("sample.data", "sample-data")).toAbsolutePath();
        return sample.resolve("model.onnx") + " --images " + sample.resolve("evaluation.bin") + " --calibration "
                + sample.resolve("calibration.bin");
    }

    private static String said(String command) throws IOException {
        return Files.readString(folder.resolve(command + ".txt"));
    }

    private static JsonNode json(String command) throws IOException {
        return new ObjectMapper().readTree(said(command));
    }

    private static List<String> column(Path csv, String name) throws IOException {
        List<List<String>> rows = Files.readAllLines(csv).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        int place = rows.get(0).indexOf(name);
        assertThat(place).as(name + " of " + rows.get(0)).isNotNegative();
        return rows.stream().skip(1).map(row -> row.get(place)).toList();
    }

    @Test
    void aColumnIsInTablesFilesAndArchive() throws IOException {
        assertThat(column(folder.resolve("results/toy-trials.csv"), "toyLayers"))
                .hasSize(4)
                .allMatch(cell -> Integer.parseInt(cell) > 0);
        String number = column(folder.resolve("results/toy.csv"), "toyLayers").get(0);
        assertThat(folder.resolve("results/toy.tex"))
                .content()
                .contains("toy layers")
                .contains("& " + number + " \\\\");
        assertThat(said("run")).contains("toy layers");
        assertThat(said("list")).contains("toy layers");
        assertThat(json("calibrate").get("toyLayers").asInt()).isEqualTo(Integer.parseInt(number));
        assertThat(json("show").get(0).get("outcome").get("toyLayers").asInt()).isEqualTo(Integer.parseInt(number));
        assertThat(folder.resolve("trials.csv")).content().contains(",toyLayers,");
    }

    @Test
    void aColumnIsReadBackFromTheArchiveAndFromTables() throws IOException {
        assertThat(json("again").get("sweeps").get(0).get("computed").asInt()).isZero();
        assertThat(column(folder.resolve("again/toy-trials.csv"), "toyLayers"))
                .isEqualTo(column(folder.resolve("results/toy-trials.csv"), "toyLayers"));
        assertThat(folder.resolve("toy.svg")).isNotEmptyFile();
    }
}
