package org.driftscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.data.Preprocessing;
import org.driftscope.data.PreprocessingChoice;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.Provenance;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.io.bench.BenchFiles;
import org.driftscope.support.DataFormatException;
import org.driftscope.support.DriftscopeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedTrialsTest {
    private static final StudyInputs SOURCE = new StudyInputs(
            "net",
            "test images",
            300,
            "train images",
            Preprocessing.custom(0.5, List.of(1.0), List.of(2.0)),
            new Provenance("1", "c", "17", "os", "nd4j", 2, "m", "i", "k"));

    @TempDir
    Path folder;

    private FinishedSweep layers;
    private FinishedSweep ranks;

    @BeforeEach
    void write() {
        Map<String, List<Object>> axes = new LinkedHashMap<>();
        axes.put("seed", List.of(1L, 2L));
        axes.put("layers", List.of(List.of("conv1", "fc"), List.of("fc")));
        layers = SampleTrials.of("both", axes, values -> 0.75);
        ranks = SampleTrials.of("both", SampleTrials.ranks().sweep().axes(), values -> 0.8);
        BenchFiles files = new BenchFiles(
                folder.resolve("m.onnx"),
                folder.resolve("i.bin"),
                folder.resolve("c.bin"),
                PreprocessingChoice.Request.preset("cifar10"),
                0);
        StudyFolder.write(files, "both", List.of(layers, ranks), SOURCE, Spread.STANDARD_DEVIATION, folder);
    }

    @Test
    void everySweepReadsBackTheSameNumbers() {
        List<SavedTrials.Saved> saved = SavedTrials.of(folder, SampleTrials.BASE);
        assertThat(saved).hasSize(2);
        assertThat(saved.get(0).trials())
                .extracting(SavedTrialsTest::numbers)
                .containsExactlyElementsOf(
                        layers.trials().stream().map(SavedTrialsTest::numbers).toList());
        assertThat(saved.get(1).trials())
                .extracting(SavedTrialsTest::numbers)
                .containsExactlyElementsOf(
                        ranks.trials().stream().map(SavedTrialsTest::numbers).toList());
    }

    @Test
    void aRefusedTrialSaysWhyInTheTableAndReadsBackAsNone() throws IOException {
        SweepRunner.Finished gone = ranks.trials().get(1);
        SweepRunner.Refused refused =
                new SweepRunner.Refused(1, gone.trial(), new DriftscopeException("None, so there is nothing to fit."));
        List<SweepRunner.Finished> others =
                ranks.trials().stream().filter(trial -> trial != gone).toList();
        FinishedSweep some = new FinishedSweep(ranks.sweep(), others, List.of(refused));
        assertThat(some.refusals()).containsExactly("Refused, 1 trial of rank 4: None, so there is nothing to fit.");
        BenchFiles files = new BenchFiles(
                folder.resolve("m.onnx"),
                folder.resolve("i.bin"),
                folder.resolve("c.bin"),
                PreprocessingChoice.Request.preset("cifar10"),
                0);
        Path out = folder.resolve("some");
        StudyFolder.write(files, "both", List.of(some), SOURCE, Spread.STANDARD_DEVIATION, out);
        assertThat(Files.readString(out.resolve("both-trials.csv")))
                .contains("\"Refused: None, so there is nothing to fit.\",,,,,,,,,");
        assertThat(SavedTrials.of(out, SampleTrials.BASE).get(0).trials())
                .extracting(SavedTrialsTest::numbers)
                .containsExactlyElementsOf(
                        others.stream().map(SavedTrialsTest::numbers).toList());
        FinishedSweep none = new FinishedSweep(ranks.sweep(), List.of(), List.of(refused));
        assertThatThrownBy(() -> FinishedSweep.requireAny(List.of(none))).hasMessage(refused.why());
        FinishedSweep.requireAny(List.of(none, some));
    }

    private static List<Object> numbers(org.driftscope.experiment.sweep.SweepRunner.Finished trial) {
        return List.of(trial.index(), trial.trial().spec(), trial.outcome());
    }

    @Test
    void aStudyHasOneFigureAndOneTableForAllItsSweeps() {
        assertThat(folder.resolve("both.csv")).isRegularFile();
        assertThat(folder.resolve("both.tex")).isRegularFile();
        assertThat(folder.resolve("both.svg")).isRegularFile();
        assertThat(folder.resolve("both-provenance.json")).isRegularFile();
        assertThat(folder.resolve("both-layers-trials.csv")).isRegularFile();
        assertThat(folder.resolve("both-rank.yaml")).isRegularFile();
    }

    @Test
    void eachTableSaysWhatItWasMadeWithAndTheCommandThatMakesItAgain() throws IOException {
        assertThat(Files.readString(folder.resolve("both.csv")))
                .contains("model: net\n")
                .contains("images: test images\n")
                .contains("n: 300\n")
                .contains("calibration_images: train images\n")
                .contains("preprocessing: scale 0.5 mean [1.0] std [2.0]\n")
                .contains(
                        "command: driftscope run both-layers.yaml --out again && driftscope run both-rank.yaml --out again\n");
        assertThat(Files.readString(folder.resolve("both-rank-trials.csv")))
                .contains("command: driftscope run both-rank.yaml --out again\n");
    }

    @Test
    void aCutOrMissingTableIsRefusedByName() throws IOException {
        Path table = folder.resolve("both-rank-trials.csv");
        List<String> lines = Files.readAllLines(table);
        Files.write(table, lines.subList(0, lines.size() - 1));
        assertThatThrownBy(() -> SavedTrials.of(folder, SampleTrials.BASE))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("both-rank-trials.csv");
        Files.delete(table);
        assertThatThrownBy(() -> SavedTrials.of(folder, SampleTrials.BASE))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("both-rank-trials.csv");
    }

    @Test
    void aTableThatIsNoFileIsNotWaitedFor() throws IOException {
        Path table = folder.resolve("both-rank-trials.csv");
        Files.delete(table);
        Files.createDirectory(table);
        assertThatThrownBy(() -> SavedTrials.of(folder, SampleTrials.BASE))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void aFolderOfNothingIsRefused(@TempDir Path empty) {
        assertThatThrownBy(() -> SavedTrials.of(empty, SampleTrials.BASE))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("no experiment file");
    }
}
