package org.driftscope.figure.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.support.AtomicFiles;

/**
 * The numbers behind a figure as CSV: provenance in lines that start with "#", a header, then the rows.
 *
 * <p>Quoting as in RFC 4180, lines end with a line feed, UTF-8. Pandas reads it with {@code comment="#"}.
 */
public final class FigureCsv {
    private FigureCsv() {}

    /**
     * Writes the table, whole or not at all.
     *
     * @throws org.driftscope.support.DriftscopeException if the file cannot be written
     */
    public static void write(FigureTable table, Map<String, String> provenance, Path target) {
        write(table.columns(), row -> table.rows().forEach(row), provenance, target);
    }

    /** As {@link #write(FigureTable, Map, Path)}. @param rows hands each row to the consumer that it is given */
    public static void write(
            List<String> columns, Consumer<Consumer<List<String>>> rows, Map<String, String> provenance, Path target) {
        AtomicFiles.write(target, out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            head(writer, columns, provenance);
            try {
                rows.accept(row -> add(writer, row));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            writer.flush();
        });
    }

    private static void add(Writer writer, List<String> row) {
        try {
            writer.write(line(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Writer writer, List<String> columns, Map<String, String> provenance) throws IOException {
        for (Map.Entry<String, String> entry : provenance.entrySet()) {
            String line = "# " + entry.getKey() + ": " + entry.getValue();
            writer.write(line.replaceAll("\\R", " ") + "\n");
        }
        writer.write(line(columns));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(FigureCsv::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == '#');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
