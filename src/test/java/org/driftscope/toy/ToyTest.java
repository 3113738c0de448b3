package org.driftscope.toy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.driftscope.journey.ToyWindow;
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
                mapping: [one-sided, toy-mirror]
                method: [bias, toy]
                toyStrength: 0.9
                """);
        Files.writeString(
                folder.resolve("aged.yaml"),
                """
                limit: 20
                samples: 2
                device: toy-device
                age: [1h, 1y]
                toyRate: 0.02
                toyLeak: 0.1
                effects: [all, toy leak alone]
                method: bias
                """);
        Files.write(
                folder.resolve("commands.txt"),
                List.of(
                        "run run toy.yaml --out results --archive runs.sqlite",
                        "again run toy.yaml --out again --archive runs.sqlite --json",
                        "figure figure results --out toy.svg",
                        "column figure results --y toyLayers --out column.svg",
                        "aged run aged.yaml --out aged --archive runs.sqlite",
                        "years figure aged --y toyLayers --out years.svg",
                        "repeated run aged/aged.yaml --out repeated --archive runs.sqlite --json",
                        "export archive export --archive runs.sqlite --out trials.csv",
                        "list archive list --archive runs.sqlite",
                        "show archive list --json --archive runs.sqlite",
                        "help calibrate --help",
                        "devices devices",
                        "calibrate calibrate " + sample() + " --mapping toy-mirror --method toy --toy-strength 0.8"
                                + " --device toy-device --age 1d --toy-rate 0.03 --circuit toy-leak=0.05"
                                + " --limit 20 --samples 2 --json"));
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
                .hasSize(8)
                .allMatch(cell -> Integer.parseInt(cell) > 0);
        String number =
                column(folder.resolve("results/toy-trials.csv"), "toyLayers").get(0);
        assertThat(folder.resolve("results/toy.csv")).content().contains(",toyLayers");
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

    @Test
    void aColumnIsTheAxisOfAFigure() {
        assertThat(folder.resolve("toy.svg")).content().doesNotContain("Toy layers");
        assertThat(folder.resolve("column.svg")).content().contains("Toy layers", "toy method");
        assertThat(folder.resolve("years.svg")).content().contains("Toy layers", "Age");
    }

    @Test
    void aMappingIsInFilesHelpTablesAndFigures() throws IOException {
        assertThat(folder.resolve("results/toy.yaml")).content().contains("mapping: [one-sided, toy-mirror]");
        assertThat(said("help").replaceAll("\\s+", " ")).contains("offset-column, toy-mirror");
        assertThat(column(folder.resolve("results/toy-trials.csv"), "mapping")).contains("toy-mirror");
        assertThat(folder.resolve("results/toy.tex")).content().contains("toy-mirror");
        assertThat(json("show").findValuesAsText("spec")).anyMatch(spec -> spec.contains("toy-mirror"));
        assertThat(json("calibrate").get("chip").asText()).contains("toy-mirror");
        assertThat(folder.resolve("toy.svg")).content().contains("toy-mirror");
    }

    @Test
    void aMethodAndItsSettingAreInFilesHelpTablesAndFigures() throws IOException {
        assertThat(folder.resolve("results/toy.yaml")).content().contains("toyStrength: 0.9", "method: [bias, toy]");
        assertThat(said("help").replaceAll("\\s+", " "))
                .contains("backprop-adapters (looks at the labels), toy")
                .contains("--toy-strength=FACTOR What the toy multiplies by (default: 1).");
        assertThat(column(folder.resolve("results/toy-trials.csv"), "method")).contains("toy");
        assertThat(folder.resolve("results/toy.tex")).content().contains("toy method");
        assertThat(folder.resolve("toy.svg")).content().contains("toy method");
        assertThat(json("show").findValuesAsText("spec")).anyMatch(spec -> spec.contains("\"toyStrength\":0.9"));
        assertThat(json("calibrate").get("method").asText()).isEqualTo("toy method");
        assertThat(json("calibrate").get("notes").toString()).contains("Strength 0.8.");
    }

    @Test
    void aDriftModelWithAParameterAndATimeIsInFilesHelpTablesAndFigures() throws IOException {
        assertThat(folder.resolve("aged/aged.yaml")).content().contains("device: toy-device", "toyRate: 0.02");
        assertThat(said("help").replaceAll("\\s+", " ")).contains("--toy-rate=NUMBER What the toy loses");
        assertThat(said("devices")).contains("toy-device: Shrinks with the logarithm of time.");
        assertThat(column(folder.resolve("aged/aged-trials.csv"), "age")).contains("3600.0");
        assertThat(Files.readString(folder.resolve("aged/aged.csv"))).contains("# toy_rate: 0.02");
        assertThat(folder.resolve("aged/aged.svg")).isNotEmptyFile();
        assertThat(json("show").findValuesAsText("spec")).anyMatch(spec -> spec.contains("\"toyRate\":0.02"));
        assertThat(json("calibrate").get("chip").asText()).contains("drift=toy-device rate=0.03 seconds=86400.0");
    }

    @Test
    void anEffectOnCellsIsInFilesHelpTablesAndTheListOfEffects() throws IOException {
        assertThat(folder.resolve("aged/aged.yaml")).content().contains("toyLeak: 0.1", "toy leak alone");
        assertThat(said("help").replaceAll("\\s+", " ")).contains("toy-leak (0, or 0.00001 to 1, a fraction)");
        List<String> drifted = column(folder.resolve("aged/aged-trials.csv"), "driftedTop1");
        assertThat(drifted).hasSize(4).doesNotContain("");
        assertThat(json("repeated").get("sweeps").get(0).get("computed").asInt())
                .isZero();
        assertThat(json("calibrate").get("chip").asText()).contains(" toyLeak=0.05");
    }

    @Test
    void theWindowShowsChangesUndoesAndSavesThem(@TempDir Path home) throws Exception {
        ToyProcess.run(home, ToyWindow.class);
    }
}
