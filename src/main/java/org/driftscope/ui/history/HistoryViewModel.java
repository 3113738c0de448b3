package org.driftscope.ui.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.report.paired.Comparison;
import org.driftscope.report.paired.PairedTrial;
import org.driftscope.report.paired.PairedWords;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;

/** The trials of the archive and which of them are shown. */
public final class HistoryViewModel {
    private final Path archive;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final LatestOnly lane;
    private final LatestOnly comparing;
    private final ObservableList<HistoryRow> all = FXCollections.observableArrayList();
    private final FilteredList<HistoryRow> shown = new FilteredList<>(all);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper paired = new ReadOnlyStringWrapper(this, "paired", "");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");

    /** @param archive file of the run archive; it need not be there yet */
    public HistoryViewModel(Path archive, BackgroundRunner runner, ProblemSink problems) {
        this.archive = archive;
        this.runner = runner;
        this.problems = problems;
        this.lane = LatestOnly.finishing(runner);
        this.comparing = LatestOnly.cancelling(runner);
        filter.subscribe(this::filter);
    }

    /** Reads the archive again. */
    public void load() {
        lane.submit(Job.<List<HistoryRow>>of(
                "Reading the run archive",
                (progress, cancel) -> read(),
                rows -> {
                    all.setAll(rows);
                    count();
                },
                error -> problems.show("Reading the run archive", error)));
    }

    /** Newest first. */
    private List<HistoryRow> read() {
        if (!Files.exists(archive)) {
            return List.of();
        }
        try (RunArchive opened = RunArchive.open(archive)) {
            List<HistoryRow> rows = new ArrayList<>();
            opened.list("").forEach(trial -> rows.add(HistoryRow.of(trial)));
            Collections.reverse(rows);
            return rows;
        }
    }

    /** Says what one calibration has over the other on all chips that both were tried on; of fewer than two nothing. */
    void compare(List<HistoryRow> rows) {
        paired.set("");
        if (rows.size() != 2) {
            comparing.cancel();
            return;
        }
        Set<String> methods =
                new HashSet<>(List.of(rows.get(0).method(), rows.get(1).method()));
        List<HistoryRow> known =
                all.stream().filter(row -> methods.contains(row.method())).toList();
        comparing.submit(Job.<String>of(
                "Comparing two trials",
                (progress, cancel) -> {
                    List<PairedTrial> trials =
                            known.stream().map(HistoryRow::paired).toList();
                    return PairedWords.sentences(
                            Comparison.of(rows.get(0).paired(), rows.get(1).paired(), trials));
                },
                paired::set,
                error -> problems.show("Comparing two trials", error)));
    }

    /** The paired difference of the two that are compared, in sentences; "" where there are no two. */
    ReadOnlyStringProperty pairedProperty() {
        return paired.getReadOnlyProperty();
    }

    /** Gives a trial a word to find it by; "" takes it away. */
    public void tag(HistoryRow row, String word) {
        String tag = word.strip();
        runner.run(Job.<HistoryRow>of(
                "Tagging a trial",
                (progress, cancel) -> {
                    try (RunArchive opened = RunArchive.open(archive)) {
                        opened.tag(row.trial().key(), tag);
                    }
                    return row.withTag(tag);
                },
                tagged -> all.replaceAll(
                        one -> one.trial().key().equals(tagged.trial().key()) ? tagged : one),
                error -> {
                    problems.show("Tagging a trial", error);
                    load();
                }));
    }

    private void filter(String words) {
        shown.setPredicate(words.isBlank() ? row -> true : row -> row.matches(words));
        count();
    }

    private void count() {
        count.set(
                shown.size() == all.size()
                        ? String.format(Locale.US, all.size() == 1 ? "%,d trial" : "%,d trials", all.size())
                        : String.format(Locale.US, "%,d of %,d trials", shown.size(), all.size()));
    }

    /** Those that match the filter. */
    public ObservableList<HistoryRow> shown() {
        return shown;
    }

    /** Words that must all be there; a setting is found as {@code rank=4}. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** How many there are, in words. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What was done last with trials, a sentence; "" before anything. */
    public ReadOnlyStringProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    public void say(String sentence) {
        news.set(sentence);
    }

    public Path archive() {
        return archive;
    }
}
