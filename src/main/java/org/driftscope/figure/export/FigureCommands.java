package org.driftscope.figure.export;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.TabledFigure;

/** The command lines that make a figure's numbers again. */
public final class FigureCommands {
    private static final String KEY = "command";

    private FigureCommands() {}

    /** Those of its rows where they have some, else the figure's own; each once, none where it cannot be told. */
    public static List<String> of(NamedFigure figure) {
        Stream<String> commands = figure.figure() instanceof TabledFigure tabled
                ? column(tabled.table())
                : figure.provenance().entrySet().stream()
                        .filter(entry ->
                                entry.getKey().equals(KEY) || entry.getKey().endsWith(": " + KEY))
                        .map(entry -> entry.getValue());
        return commands.filter(command -> !command.isBlank()).distinct().toList();
    }

    private static Stream<String> column(FigureTable table) {
        int index = table.columns().indexOf(KEY);
        return index < 0 ? Stream.empty() : table.rows().stream().map(row -> row.get(index));
    }
}
