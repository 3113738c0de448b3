package org.driftscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftscope.device.DeviceKind;
import org.driftscope.device.DriftModel;
import org.driftscope.io.device.DeviceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Devices of one's own, from measurements to accuracy. */
class DeviceCommandTest {
    private static final String SAMPLE = System.getProperty("sample.data");
    private static final Path MEASURED = Path.of(System.getProperty("shared.data", "none"), "devices/rram-relaxation");

    @TempDir
    Path folder;

    private Path measurements() throws IOException {
        List<String> lines = new ArrayList<>(List.of("cell,seconds,G_uS"));
        Random random = new Random(5);
        for (int cell = 0; cell < 400; cell++) {
            double first = 1 + 39 * random.nextDouble();
            double normal = random.nextGaussian();
            lines.add(cell + ",0," + first);
            lines.add(cell + ",1," + Math.max(0, first - 1 + normal));
            lines.add(cell + ",100," + Math.max(0, first - 3 + 3 * normal));
        }
        return Files.write(folder.resolve("cells.csv"), lines);
    }

    private Path fitted() throws IOException {
        Path device = folder.resolve("mine.yaml");
        CliHarness.Answer answer =
                CliHarness.run("device", "fit", measurements().toString(), "--out", device.toString(), "--bins", "4");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("from, µS", "1.67 min", "400 cells, 1200 rows");
        return device;
    }

    private static CliHarness.Answer evaluate(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "evaluate",
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
    void anExperimentNamesADeviceByItsFileAndTrialsByItsContent() throws IOException {
        fitted();
        Path experiment = folder.resolve("ages.yaml");
        Files.writeString(
                experiment, "device: [mine.yaml, pcm]\nage: 100\nlimit: 20\nmethod: bias\nsamples: 5\nseed: 1\n");
        Path out = folder.resolve("out");
        String archive = folder.resolve("runs.sqlite").toString();
        CliHarness.Answer run =
                CliHarness.run("run", experiment.toString(), "--out", out.toString(), "--archive", archive, "--json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String table = Files.readString(out.resolve("ages-trials.csv"));
        assertThat(table).containsPattern("mine@[0-9a-f]{64}");
        CliHarness.Answer again = CliHarness.run("verify", out.toString());
        assertThat(again.exitCode()).as(again.err() + again.out()).isZero();
        // another fit under the same name is another device
        Path device = folder.resolve("mine.yaml");
        Files.writeString(device, Files.readString(device).replace("version: 1", "version: 1 # edited"));
        CliHarness.Answer edited = CliHarness.run(
                "run", experiment.toString(), "--out", folder.resolve("o2").toString(), "--archive", archive, "--json");
        assertThat(edited.exitCode()).as(edited.err()).isZero();
        assertThat(CliHarness.run("archive", "list", "--archive", archive, "--json")
                        .json())
                .hasSize(3);
    }

    @Test
    void nothingIsWrittenWhereMeasurementsCannotBeUsed() throws IOException {
        Path file = measurements();
        Files.writeString(file, Files.readString(file).replaceFirst("\n7,1,.*", "\n7,1,NaN"));
        Path device = folder.resolve("mine.yaml");
        CliHarness.Answer answer = CliHarness.run("device", "fit", file.toString(), "--out", device.toString());
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains(file + ", line 24: the conductance \"NaN\" is no number");
        assertThat(device).doesNotExist();
        CliHarness.Answer itself = CliHarness.run("device", "fit", file.toString(), "--out", file.toString());
        assertThat(itself.err()).contains("another file than the one that is read");
        assertThat(Files.readString(file)).startsWith("cell,seconds,G_uS");
        assertThat(evaluate("--device", file.toString(), "--age", "1h").err()).contains("cells.csv");
        CliHarness.Answer directory = evaluate("--device", folder.toString());
        assertThat(directory.exitCode()).isEqualTo(3);
        assertThat(directory.err()).contains(folder + " is a folder. Give").doesNotContain("Exception", "Usage");
        assertThat(evaluate("--device", fitted().toString(), "--age", "1x").err())
                .contains("1x");
    }

    @Test
    void anyDeviceIsShownAndDrawn() throws IOException {
        Path figure = folder.resolve("wan.svg");
        CliHarness.Answer wan = CliHarness.run("device", "show", "wan2022", "--figure", figure.toString());
        assertThat(wan.exitCode()).as(wan.err()).isZero();
        assertThat(wan.out()).contains("Wan et al., Nature 608 (2022)", "20.0  ", "\u00b1 2.02");
        assertThat(Files.readString(figure)).contains("Spread by conductance");
        assertThat(CliHarness.run("device", "show", fitted().toString(), "--json")
                        .json()
                        .get(0)
                        .get("conductanceUs"))
                .isNotNull();
        CliHarness.Answer unknown = CliHarness.run("device", "show", "foo");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).contains("or a device file");
        Path states = Files.writeString(folder.resolve("mem_states.csv"), "1e-5,2e-7\n4e-5,1e-6\n");
        Path listed = folder.resolve("states.yaml");
        assertThat(CliHarness.run("device", "from-list", states.toString(), "--out", listed.toString())
                        .out())
                .contains("2 states");
        assertThat(CliHarness.run("device", "show", listed.toString()).exitCode())
                .isZero();
    }

    /** The spread that the measurements have, for cells above a quarter of the highest conductance. */
    @Test
    void aMeasuredTechnologySpreadsAsItsCellsDid() throws IOException {
        assumeTrue(Files.isDirectory(MEASURED), "measured devices are not here");
        check("techC/relaxdata.min.tsv.gz", "40", new double[] {.01, .1, 1, 4, 100_000}, new double[] {
            .050, .085, .111, .135, .194
        });
    }

    private void check(String file, String gMax, double[] seconds, double[] relative) {
        Path device = folder.resolve("measured.yaml");
        JsonNode fit = CliHarness.run(
                        "device",
                        "fit",
                        MEASURED.resolve(file).toString(),
                        "--out",
                        device.toString(),
                        "--cell",
                        "1",
                        "--time",
                        "7",
                        "--conductance",
                        "4",
                        "--target",
                        "5",
                        "--g-max",
                        gMax,
                        "--skip-invalid",
                        "--json")
                .json();
        assertThat(fit.get("cells").asInt()).isGreaterThan(15_000);
        DeviceKind kind = DeviceFiles.open(device);
        double highest = kind.usualRange().gMaxUs();
        for (int i = 0; i < seconds.length; i++) {
            DriftModel.Moment moment = kind.model().at(kind.usualRange(), seconds[i]);
            Random random = new Random(1);
            double sum = 0;
            double squares = 0;
            int cells = 10_000;
            for (int cell = 0; cell < cells; cell++) {
                double g = highest * (0.25 + 0.75 * random.nextDouble());
                double change = moment.driftedUs(g, g, random.nextGaussian()) / g - 1;
                sum += change;
                squares += change * change;
            }
            double sd = Math.sqrt(squares / cells - sum / cells * sum / cells);
            assertThat(sd).as(file + " at " + seconds[i] + " s").isCloseTo(relative[i], within(0.1 * relative[i]));
        }
    }
}
