package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftscope.support.PlainText;

/** A table in plain text: the first column left, the others right. Control characters in it are spelled out. */
public final class TextTable {
    private final List<String[]> rows = new ArrayList<>();

    public TextTable(String... header) {
        rows.add(header);
    }

    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(PlainText::of).toArray(String[]::new));
    }

    public void print(PrintWriter out) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        String rule = "-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1));
        if (Arrays.stream(rows.get(0)).anyMatch(cell -> !cell.isEmpty())) {
            print(out, rows.get(0), widths);
        }
        out.println(rule);
        rows.stream().skip(1).forEach(row -> print(out, row, widths));
    }

    private static void print(PrintWriter out, String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String padding = " ".repeat(widths[i] - row[i].length());
            line.append(i == 0 ? row[i] + padding : "  " + padding + row[i]);
        }
        out.println(line.toString().stripTrailing());
    }
}
