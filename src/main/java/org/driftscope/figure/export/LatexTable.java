package org.driftscope.figure.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftscope.figure.script.TexText;
import org.driftscope.support.AtomicFiles;

/**
 * A LaTeX table in the {@code booktabs} style whose cells are texts or means with 95 % intervals.
 *
 * @param caption plain text
 * @param columns headings; the first column is left-aligned, the others right-aligned
 * @param rows cells, each row as long as {@code columns}
 */
public record LatexTable(String caption, List<String> columns, List<List<Cell>> rows) {
    public LatexTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Row " + row + " does not have the columns " + columns);
            }
        }
    }

    /**
     * Writes the table, whole or not at all; {@code \\usepackage{booktabs}} is all it needs.
     *
     * @throws org.driftscope.support.DriftscopeException if the file cannot be written
     */
    public void write(Map<String, String> provenance, Path target) {
        AtomicFiles.write(target, out -> out.write(text(provenance).getBytes(StandardCharsets.UTF_8)));
    }

    /** The table as LaTeX source, provenance first as comments. */
    public String text(Map<String, String> provenance) {
        StringBuilder tex = new StringBuilder();
        provenance.forEach((name, value) -> tex.append("% ")
                .append((name + ": " + value).replaceAll("\\R", " "))
                .append('\n'));
        tex.append("\\begin{table}\n\\centering\n\\caption{")
                .append(TexText.escaped(caption))
                .append("}\n");
        tex.append("\\begin{tabular}{l")
                .append("r".repeat(Math.max(0, columns.size() - 1)))
                .append("}\n\\toprule\n");
        tex.append(columns.stream().map(TexText::escaped).collect(Collectors.joining(" & ")));
        tex.append(" \\\\\n\\midrule\n");
        for (List<Cell> row : rows) {
            tex.append(row.stream().map(Cell::latex).collect(Collectors.joining(" & ")))
                    .append(" \\\\\n");
        }
        return tex.append("\\bottomrule\n\\end{tabular}\n\\end{table}\n").toString();
    }

    /** What stands in a cell. */
    public sealed interface Cell permits Text, Mean {
        /** The cell as LaTeX source. */
        String latex();
    }

    /** Plain text, escaped when written. */
    public record Text(String text) implements Cell {
        @Override
        public String latex() {
            return TexText.escaped(text);
        }
    }

    /**
     * A mean with its interval, "91.2 +- 0.4".
     *
     * @param value the mean and half of its interval
     * @param decimals digits after the point, at least 0
     */
    public record Mean(MeanInterval value, int decimals) implements Cell {
        @Override
        public String latex() {
            String mean = number(value.mean());
            return Double.isNaN(value.halfWidth())
                    ? "$" + mean + "$"
                    : "$" + mean + " \\pm " + number(value.halfWidth()) + "$";
        }

        private String number(double number) {
            return String.format(Locale.ROOT, "%." + decimals + "f", number);
        }
    }
}
