package org.driftscope.figure.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.driftscope.figure.chart.FigureTable;

/** What the rows of a table were made with, as keys and values: once where all rows agree, else row by row. */
public final class TableProvenance {
    private TableProvenance() {}

    /** Cells without text are left out. */
    public static Map<String, String> of(FigureTable table) {
        Map<String, String> provenance = new LinkedHashMap<>();
        List<List<String>> rows = table.rows();
        for (int column = 0; column < table.columns().size(); column++) {
            if (agree(rows, column) && !rows.get(0).get(column).isEmpty()) {
                provenance.put(table.columns().get(column), rows.get(0).get(column));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            String own = own(table, row);
            if (!own.isEmpty()) {
                provenance.put("row " + (row + 1), own);
            }
        }
        return provenance;
    }

    private static String own(FigureTable table, int row) {
        StringJoiner own = new StringJoiner(", ");
        for (int column = 0; column < table.columns().size(); column++) {
            String cell = table.rows().get(row).get(column);
            if (!agree(table.rows(), column) && !cell.isEmpty()) {
                own.add(table.columns().get(column) + "=" + cell);
            }
        }
        return own.toString();
    }

    private static boolean agree(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).distinct().count() == 1;
    }
}
