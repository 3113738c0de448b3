package org.driftscope.ui.history;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.report.paired.Comparison;
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
    private final HistorySearch search;
    private final TrialPages shown = new TrialPages(this::read);
    private List<HistoryOrder> orders = List.of();
    /** Counts what was shown, so that pages of what was shown before are told. */
    private int showing;

    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper paired = new ReadOnlyStringWrapper(this, "paired", "");
    private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper(this, "news", "");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper(this, "count", "");

    /** @param archive file of the run archive; it need not be there yet */
    public HistoryViewModel(Path archive, BackgroundRunner runner, ProblemSink problems) {
        this.archive = archive;
        this.runner = runner;
        this.problems = problems;
        this.search = new HistorySearch(archive);
        this.lane = LatestOnly.cancelling(runner);
        this.comparing = LatestOnly.cancelling(runner);
        filter.subscribe((before, after) -> load());
    }

    /** Reads the archive again. */
    public void load() {
        String words = filter.get();
        List<HistoryOrder> sorted = orders;
        lane.submit(Job.<HistorySearch.Found>of(
                "Reading the run archive",
                (progress, cancel) -> search.find(words, sorted, cancel),
                found -> {
                    showing++;
                    shown.show(found.rows(), found.first());
                    count(found.rows().length, found.total());
                },
                error -> problems.show("Reading the run archive", error)));
    }

    /** Sorts all that are shown; without an order the newest come first. */
    void sort(List<HistoryOrder> by) {
        orders = List.copyOf(by);
        load();
    }

    private void read(Map<Integer, long[]> pages) {
        int of = showing;
        runner.run(Job.<Map<Integer, List<HistoryRow>>>of(
                "Reading the run archive",
                (progress, cancel) -> search.pages(pages),
                read -> {
                    if (of == showing) {
                        shown.arrived(read);
                    }
                },
                error -> problems.show("Reading the run archive", error)));
    }

    /** Says what one calibration has over the other on all chips that both were tried on; of fewer than two nothing. */
    void compare(List<HistoryRow> rows) {
        paired.set("");
        if (rows.size() != 2) {
            comparing.cancel();
            return;
        }
        comparing.submit(Job.<String>of(
                "Comparing two trials",
                (progress, cancel) -> PairedWords.sentences(
                        Comparison.of(rows.get(0).paired(), rows.get(1).paired(), search.onTheirChips(rows, cancel))),
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
                shown::replace,
                error -> {
                    problems.show("Tagging a trial", error);
                    load();
                }));
    }

    private void count(int fitting, long all) {
        count.set(
                fitting == all
                        ? String.format(Locale.US, all == 1 ? "%,d trial" : "%,d trials", all)
                        : String.format(Locale.US, "%,d of %,d trials", fitting, all));
    }

    /** Those that match the filter; rows are read when they are looked at. */
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
