package org.driftscope.figure.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers behind a figure, as text cells so that labels and numbers can stand side by side.
 *
 * @param columns names with units, e.g. "parameters updated (%)"
 * @param rows cells; each row as long as {@code columns}. Numbers have as many digits as mean something
 */
public record FigureTable(List<String> columns, List<List<String>> rows) {
    /** Digits that a single-precision number needs. */
    private static final int DIGITS = 9;

    public FigureTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Row " + row + " does not have the columns " + columns);
            }
        }
    }

    /** A number as a cell: the shortest text that reads back to the same double; empty for "none" (NaN). */
    public static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /**
     * A measured number as a cell, without the digits that only binary arithmetic has: 79.8, not 79.80000000000001. A
     * single-precision number reads back as it was.
     */
    public static String measured(double value) {
        if (!Double.isFinite(value)) {
            return cell(value);
        }
        double rounded = new BigDecimal(value, new MathContext(DIGITS)).doubleValue();
        return cell(rounded);
    }

    /** Rows of keys and values as a table with all their keys, in the order in which they first appear. */
    public static FigureTable of(List<? extends Map<String, String>> rows) {
        Set<String> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(row.keySet()));
        List<String> columns = List.copyOf(keys);
        return new FigureTable(
                columns,
                rows.stream()
                        .map(row -> columns.stream()
                                .map(key -> row.getOrDefault(key, ""))
                                .toList())
                        .toList());
    }
}
