package org.driftscope.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.Outcomes;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.ui.task.ImmediateRunner;
import org.driftscope.ui.task.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    private HistoryViewModel history() {
        HistoryViewModel history =
                new HistoryViewModel(folder.resolve("runs.sqlite"), new ImmediateRunner(), problems::add);
        history.load();
        return history;
    }

    private static ArchivedTrial trial(String key, String method, int rank) {
        String spec = String.format("{\"method\": \"%s\", \"rank\": %d, \"drift\": 0.2}", method, rank);
        TrialOutcome outcome = Outcomes.of(100, 0.9, 0.5, 0.8, 10L * rank, 0.1 * rank, 160L, 0, 0.5, "");
        return ArchivedTrial.finished(
                key + "0".repeat(64 - key.length()),
                "rank",
                "2026-01-0" + rank + "T10:20:30.000Z",
                spec,
                "{}",
                outcome);
    }

    @BeforeEach
    void twoTrials() {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.put(trial("a1a1a1a1a1", "dora", 1), false);
            archive.put(trial("b2b2b2b2b2", "lora", 2), false);
        }
    }

    @Test
    void newestComesFirst() {
        assertThat(history().shown()).extracting(HistoryRow::shortKey).containsExactly("b2b2b2b2", "a1a1a1a1");
    }

    @Test
    void everyWordOfTheFilterCounts() {
        HistoryViewModel history = history();
        history.filterProperty().set("DRIFT=0.2 rank=1");
        assertThat(history.shown()).extracting(HistoryRow::shortKey).containsExactly("a1a1a1a1");
        assertThat(history.countProperty().get()).isEqualTo("1 of 2 trials");
        history.filterProperty().set("dora rank=2");
        assertThat(history.shown()).isEmpty();
        history.filterProperty().set("");
        assertThat(history.shown()).hasSize(2);
    }

    @Test
    void aTagIsFoundAgain() {
        HistoryViewModel history = history();
        history.tag(history.shown().get(0), " best ");
        history.filterProperty().set("best");
        assertThat(history.shown()).extracting(HistoryRow::shortKey).containsExactly("b2b2b2b2");
        assertThat(history().shown().get(0).trial().tag()).isEqualTo("best");
        assertThat(problems).isEmpty();
    }

    @Test
    void twoTrialsArePairedWithAllOthersOfTheirKinds() {
        HistoryViewModel history = history();
        history.compare(history.shown());
        assertThat(history.pairedProperty().get())
                .isEqualTo(
                        "First minus second, on the one chip that both were tried on: +0.00 points. Run both on more seeds for"
                                + " an interval.");
        history.compare(history.shown().subList(0, 1));
        assertThat(history.pairedProperty().get()).isEmpty();
    }

    @Test
    void comparisonNamesWhatDiffers() {
        HistoryViewModel history = history();
        List<Difference> lines =
                Difference.between(history.shown().get(0), history.shown().get(1));
        assertThat(lines)
                .contains(
                        new Difference("Method", "LoRA", "DoRA"),
                        new Difference("Rank", "2", "1"),
                        new Difference("Calibrated %", "80.0", "80.0"))
                .extracting(Difference::name)
                .doesNotContain("drift");
    }

    @Test
    void aMissingArchiveIsAnEmptyHistory() {
        HistoryViewModel history =
                new HistoryViewModel(folder.resolve("none.sqlite"), new ImmediateRunner(), problems::add);
        history.load();
        assertThat(history.shown()).isEmpty();
        assertThat(folder.resolve("none.sqlite")).doesNotExist();
        assertThat(problems).isEmpty();
    }
}
