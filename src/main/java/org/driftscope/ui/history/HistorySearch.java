package org.driftscope.ui.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.archive.TrialSelection;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.report.paired.PairedTrial;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;

/** Goes through an archive for the window; only numbers of rows and what they are sorted by are held. Away from the JavaFX thread. */
final class HistorySearch {
    private static final TrialSelection NEWEST = TrialSelection.ALL.fromNewest();

    private final Path archive;

    HistorySearch(Path archive) {
        this.archive = archive;
    }

    /**
     * Rows that fit.
     *
     * @param rows numbers, in order
     * @param first the first page
     * @param total of all trials
     */
    record Found(long[] rows, List<HistoryRow> first, long total) {}

    /**
     * Without words and orders all trials, newest first, which is quick; else every row is read.
     *
     * @param words that must all be there
     */
    Found find(String words, List<HistoryOrder> orders, CancelToken cancel) {
        if (!Files.exists(archive)) {
            return new Found(new long[0], List.of(), 0);
        }
        try (RunArchive opened = RunArchive.openToRead(archive)) {
            long[] rows = words.isBlank() && orders.isEmpty()
                    ? opened.numbers(NEWEST)
                    : sorted(matching(opened, words, orders, cancel), orders);
            long[] first = Arrays.copyOf(rows, Math.min(rows.length, TrialPages.PAGE));
            return new Found(rows, rows(opened, first), opened.count(TrialSelection.ALL));
        }
    }

    private static List<HistoryOrder.Sortable> matching(
            RunArchive opened, String words, List<HistoryOrder> orders, CancelToken cancel) {
        List<HistoryOrder.Sortable> found = new ArrayList<>();
        opened.eachNumbered(NEWEST, (number, trial) -> {
            cancel.throwIfCancelled();
            HistoryRow row = HistoryRow.of(trial);
            if (words.isBlank() || row.matches(words)) {
                List<@Nullable Object> values = new ArrayList<>(orders.size());
                orders.forEach(order -> values.add(order.value().apply(row)));
                found.add(new HistoryOrder.Sortable(number, values));
            }
            return true;
        });
        return found;
    }

    private static long[] sorted(List<HistoryOrder.Sortable> found, List<HistoryOrder> orders) {
        found.sort(HistoryOrder.of(orders));
        return found.stream().mapToLong(HistoryOrder.Sortable::number).toArray();
    }

    /** Pages by their number. @param asked numbers of their rows */
    Map<Integer, List<HistoryRow>> pages(Map<Integer, long[]> asked) {
        Map<Integer, List<HistoryRow>> pages = new HashMap<>();
        try (RunArchive opened = RunArchive.openToRead(archive)) {
            asked.forEach((page, rows) -> pages.put(page, rows(opened, rows)));
        }
        return pages;
    }

    private static List<HistoryRow> rows(RunArchive opened, long[] numbers) {
        return opened.numbered(numbers).stream().map(HistoryRow::of).toList();
    }

    /** All trials on chips of the same kinds as those of the two, newest first. */
    List<PairedTrial> onTheirChips(List<HistoryRow> two, CancelToken cancel) {
        Set<Map<String, Object>> kinds = new HashSet<>();
        Set<Object> methods = new HashSet<>();
        two.forEach(row -> {
            kinds.add(kind(row));
            methods.add(row.method());
        });
        List<PairedTrial> trials = new ArrayList<>();
        try (RunArchive opened = RunArchive.openToRead(archive)) {
            opened.each(NEWEST, trial -> {
                cancel.throwIfCancelled();
                HistoryRow row = HistoryRow.of(trial);
                if (kinds.contains(kind(row)) && methods.contains(row.method())) {
                    trials.add(row.paired());
                }
                return true;
            });
        }
        return trials;
    }

    /** The settings of the chip but the seed, as the trial names them. */
    private static Map<String, Object> kind(HistoryRow row) {
        Map<String, Object> kind = new HashMap<>(row.settings());
        kind.keySet().removeIf(name -> !Settings.isOfChip(name) || Objects.equals(name, DriftSettings.SEED.name()));
        return kind;
    }
}
