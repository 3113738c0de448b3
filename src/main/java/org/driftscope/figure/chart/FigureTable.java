package org.driftscope.figure.chart;

import java.util.List;

/**
 * The numbers behind a figure, as text cells so that labels and numbers can stand side by side.
 *
 * @param columns names with units, e.g. "parameters updated (%)"
 * @param rows cells; each row as long as {@code columns}. Numbers are written so that they read back exactly
 */
public record FigureTable(List<String> columns, List<List<String>> rows) {
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
}
