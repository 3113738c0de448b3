package org.driftscope.ui.history;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;

/**
 * Trials of which only those that are looked at are held: rows by number, read in pages when they are asked for. Until a page
 * is there its rows are {@link HistoryRow#PENDING}. Used from the JavaFX thread.
 */
final class TrialPages extends ObservableListBase<HistoryRow> {
    /** Rows of a page. */
    static final int PAGE = 100;
    /** Pages that are held. */
    private static final int HELD = 100;
    /** Pages that are waited for; what was asked for before has been scrolled past. */
    private static final int WANTED = 4;

    /** Reads rows elsewhere and calls {@link #arrived}; where that fails, nothing more is asked for until {@link #show}. */
    @FunctionalInterface
    interface Loader {
        void load(Map<Integer, long[]> pages);
    }

    private final Loader loader;
    private final Map<Integer, List<HistoryRow>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<HistoryRow>> eldest) {
            return size() > HELD;
        }
    };
    private final Deque<Integer> wanted = new ArrayDeque<>();
    private long[] numbers = {};
    private boolean loading;

    TrialPages(Loader loader) {
        this.loader = loader;
    }

    /**
     * Shows other rows.
     *
     * @param rows numbers, in order
     * @param first rows of the first page
     */
    void show(long[] rows, List<HistoryRow> first) {
        int before = numbers.length;
        beginChange();
        numbers = rows.clone();
        pages.clear();
        wanted.clear();
        loading = false;
        if (!first.isEmpty()) {
            pages.put(0, List.copyOf(first));
        }
        nextReplace(0, numbers.length, Collections.nCopies(before, HistoryRow.PENDING));
        endChange();
    }

    /** Rows that were asked for; those of {@link #show} before the last are dropped by who loads. */
    void arrived(Map<Integer, List<HistoryRow>> news) {
        loading = false;
        beginChange();
        news.forEach((page, rows) -> {
            pages.put(page, List.copyOf(rows));
            for (int i = page * PAGE; i < page * PAGE + rows.size(); i++) {
                nextUpdate(i);
            }
        });
        endChange();
        ask();
    }

    /** Puts a row in the place of the one with its key, where that is held. */
    void replace(HistoryRow row) {
        beginChange();
        pages.replaceAll((page, rows) -> rows.stream()
                .map(one -> one.trial().key().equals(row.trial().key()) ? row : one)
                .toList());
        int index = indexOf(row);
        if (index >= 0) {
            nextUpdate(index);
        }
        endChange();
    }

    @Override
    public HistoryRow get(int index) {
        int page = index / PAGE;
        List<HistoryRow> rows = pages.get(page);
        if (rows != null) {
            return index % PAGE < rows.size() ? rows.get(index % PAGE) : HistoryRow.PENDING;
        }
        if (index >= numbers.length) {
            throw new IndexOutOfBoundsException(index);
        }
        want(page);
        return HistoryRow.PENDING;
    }

    @Override
    public int size() {
        return numbers.length;
    }

    /** Among those that are held; -1 else. */
    @Override
    public int indexOf(Object row) {
        for (Map.Entry<Integer, List<HistoryRow>> page : pages.entrySet()) {
            int index = page.getValue().indexOf(row);
            if (index >= 0) {
                return page.getKey() * PAGE + index;
            }
        }
        return -1;
    }

    @Override
    public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }

    private void want(int page) {
        if (!wanted.contains(page)) {
            wanted.addFirst(page);
            if (wanted.size() > WANTED) {
                wanted.removeLast();
            }
            ask();
        }
    }

    private void ask() {
        if (loading || wanted.isEmpty()) {
            return;
        }
        Map<Integer, long[]> asked = new HashMap<>();
        for (int page : wanted) {
            asked.put(page, Arrays.copyOfRange(numbers, page * PAGE, Math.min(numbers.length, (page + 1) * PAGE)));
        }
        wanted.clear();
        loading = true;
        loader.load(asked);
    }
}
