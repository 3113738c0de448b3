package org.driftscope.report;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.figure.chart.FigureTable;

/** Archived trials as rows. */
public final class ArchiveTable {
    private static final List<String> FIRST = List.of("key", "study", "finishedAt", "tag");

    private ArchiveTable() {}

    public static FigureTable of(List<ArchivedTrial> trials) {
        List<String> columns = new ArrayList<>(FIRST);
        TrialColumns.all().stream().map(TrialColumn::name).forEach(columns::add);
        columns.addAll(List.of("notes", "spec"));
        return new FigureTable(columns, trials.stream().map(ArchiveTable::row).toList());
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
