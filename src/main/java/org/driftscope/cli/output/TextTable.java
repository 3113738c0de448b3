package org.driftscope.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftscope.support.PlainText;

/** A table in plain text: the first column left, the others right. Control characters in it are spelled out. */
public final class TextTable {
    /** Rows before the first are printed. */
    private static final int HELD = 1000;

    private final List<String[]> rows = new ArrayList<>();
    private int[] widths = {};

    public TextTable(String... header) {
        rows.add(header);
    }

    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(PlainText::of).toArray(String[]::new));
    }

    /**
     * As {@link #row}, of so many that they are printed as they come; columns are as wide as the first ones need.
     *
     * @return false where nobody reads on
     */
    public boolean row(PrintWriter out, String... cells) {
        row(cells);
        if (rows.size() > HELD) {
            print(out);
            return !out.checkError();
        }
        return true;
    }

    /** Prints the rows that are not printed yet. */
    public void print(PrintWriter out) {
        if (widths.length == 0) {
            begin(out);
        }
        rows.forEach(row -> print(out, row, widths));
        rows.clear();
    }

    private void begin(PrintWriter out) {
        widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        String[] header = rows.remove(0);
        if (Arrays.stream(header).anyMatch(cell -> !cell.isEmpty())) {
            print(out, header, widths);
        }
        out.println("-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
    }

    private static void print(PrintWriter out, String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            String padding = " ".repeat(Math.max(0, widths[i] - row[i].length()));
            line.append(i == 0 ? row[i] + padding : "  " + padding + row[i]);
        }
        out.println(line.toString().stripTrailing());
    }
}
