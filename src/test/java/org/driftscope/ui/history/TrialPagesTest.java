package org.driftscope.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.driftscope.experiment.archive.ManyTrials;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.support.CancelToken;
import org.driftscope.ui.task.ImmediateRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More rows than a page: what is read, when, and in which order. */
class TrialPagesTest {
    private static final int ROWS = 450;

    @TempDir
    Path folder;

    private HistorySearch search;
    private final List<Map<Integer, long[]>> asked = new ArrayList<>();
    private final TrialPages pages = new TrialPages(asked::add);

    @BeforeEach
    void trials() throws Exception {
        try (RunArchive archive = RunArchive.open(folder.resolve("runs.sqlite"))) {
            archive.putAll(ManyTrials.batch(0, ROWS), false);
        }
        search = new HistorySearch(folder.resolve("runs.sqlite"));
    }

    private HistorySearch.Found find(String words, HistoryOrder... orders) {
        return search.find(words, List.of(orders), new CancelToken());
    }

    private void show(HistorySearch.Found found) {
        pages.show(found.rows(), found.first());
    }

    @Test
    void onlyTheFirstPageIsThereUntilAnotherIsLookedAt() {
        show(find(""));
        assertThat(pages).hasSize(ROWS);
        assertThat(pages.get(99).isRead()).isTrue();
        assertThat(asked).isEmpty();
        assertThat(pages.get(449).isRead()).isFalse();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).containsOnlyKeys(4);
        List<Integer> updated = new ArrayList<>();
        pages.addListener((ListChangeListener<HistoryRow>) change -> {
            while (change.next()) {
                assertThat(change.wasUpdated()).isTrue();
                updated.add(change.getFrom());
                updated.add(change.getTo());
            }
        });
        pages.arrived(search.pages(asked.get(0)));
        assertThat(updated).containsExactly(400, 450);
        assertThat(pages.get(449).trial().finishedAt()).isEqualTo("2026-01-01T00:00:00.001Z");
    }

    @Test
    void whatIsScrolledPastIsNotRead() {
        show(find(""));
        for (int row : new int[] {150, 250, 350, 449}) {
            pages.get(row);
        }
        assertThat(asked).hasSize(1);
        pages.arrived(search.pages(asked.get(0)));
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1)).containsOnlyKeys(2, 3, 4);
        pages.arrived(search.pages(asked.get(1)));
        assertThat(new ArrayList<>(pages)).allMatch(HistoryRow::isRead);
    }

    @Test
    void theOrderIsThatOfAllRowsAndTheNewestComeFirstAmongEquals() {
        HistoryOrder rank = new HistoryOrder(
                row -> row.number(CalibrationSettings.RANK),
                (one, other) -> Double.compare((Double) one, (Double) other));
        HistoryOrder calibrated = new HistoryOrder(
                row -> TrialColumns.CALIBRATED.shown(row.outcome()),
                Comparator.comparingDouble(value -> -(Double) value));
        List<HistoryRow> rows = all(find("method=dora", rank, calibrated));
        assertThat(rows).hasSize(ROWS / 3);
        Comparator<HistoryRow> expected = Comparator.comparingDouble(
                        (HistoryRow row) -> row.number(CalibrationSettings.RANK))
                .thenComparingDouble(row -> -row.outcome().calibratedTop1());
        assertThat(rows).isSortedAccordingTo(expected);
        HistoryOrder same = new HistoryOrder(row -> 1.0, (one, other) -> 0);
        assertThat(find("", same).rows()).isEqualTo(find("").rows());
    }

    private List<HistoryRow> all(HistorySearch.Found found) {
        return search.pages(Map.of(0, found.rows())).get(0);
    }

    @Test
    void aTagThatWasGivenIsShownAtOnce() {
        show(find(""));
        HistoryRow tagged = pages.get(3).withTag("good");
        pages.replace(tagged);
        assertThat(pages.get(3)).isEqualTo(tagged);
        assertThat(pages.indexOf(tagged)).isEqualTo(3);
    }

    @Test
    void theTableReadsWhatItShows() {
        HistoryViewModel history =
                new HistoryViewModel(folder.resolve("runs.sqlite"), new ImmediateRunner(), problem -> {});
        history.load();
        assertThat(history.countProperty().get()).isEqualTo("450 trials");
        history.shown().get(320);
        assertThat(history.shown().get(320).isRead()).isTrue();
        history.filterProperty().set("method=dora rank=4");
        assertThat(history.countProperty().get()).matches("\\d+ of 450 trials");
        assertThat(history.shown()).hasSameSizeAs(all(find("method=dora rank=4")));
    }
}
