package org.driftscope.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What rows are sorted by.
 *
 * @param value of a row
 * @param comparator of two values
 */
record HistoryOrder(Function<HistoryRow, @Nullable Object> value, Comparator<@Nullable Object> comparator) {
    /** A row's number with what it is sorted by. */
    record Sortable(long number, List<@Nullable Object> values) {}

    /** By the first order, then by the next. */
    static Comparator<Sortable> of(List<HistoryOrder> orders) {
        return (one, other) -> {
            for (int i = 0; i < orders.size(); i++) {
                int found = orders.get(i)
                        .comparator()
                        .compare(one.values().get(i), other.values().get(i));
                if (found != 0) {
                    return found;
                }
            }
            return 0;
        };
    }
}
