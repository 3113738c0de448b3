package org.driftscope.report.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.export.FigureCsv;

/** Archived trials as rows of text. */
public final class TrialCsv {
    private static final List<String> FIRST = List.of("key", "study", "finishedAt", "tag");

    private TrialCsv() {}

    /** Whole or not at all. @throws org.driftscope.support.DriftscopeException if it cannot be written */
    public static void write(TrialSource trials, Path target) {
        List<String> columns = new ArrayList<>(FIRST);
        TrialColumns.all().stream().map(TrialColumn::name).forEach(columns::add);
        columns.addAll(List.of("notes", "spec"));
        FigureCsv.write(columns, rows -> trials.each(trial -> rows.accept(row(trial))), Map.of(), target);
    }

    private static List<String> row(ArchivedTrial trial) {
        List<String> cells = new ArrayList<>(
                List.of(trial.key(), String.join(", ", trial.studies()), trial.finishedAt(), trial.tag()));
        TrialColumns.all()
                .forEach(column -> cells.add(FigureTable.cell(trial.outcome().number(column.name()))));
        cells.addAll(List.of(trial.outcome().notes(), trial.spec()));
        return cells;
    }
}
