package org.driftscope.report;

import java.util.List;
import org.driftscope.experiment.archive.ArchivedTrial;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.figure.chart.FigureTable;

/** Archived trials as rows. */
public final class ArchiveTable {
    private static final List<String> COLUMNS = List.of(
            "key",
            "study",
            "finishedAt",
            "tag",
            "images",
            "cleanTop1",
            "driftedTop1",
            "calibratedTop1",
            "updatedParameters",
            "updatedPercent",
            "sramBits",
            "rramWrites",
            "calibrationSeconds",
            "notes",
            "spec");

    private ArchiveTable() {}

    public static FigureTable of(List<ArchivedTrial> trials) {
        return new FigureTable(COLUMNS, trials.stream().map(ArchiveTable::row).toList());
    }

    private static List<String> row(ArchivedTrial trial) {
        TrialOutcome outcome = trial.outcome();
        return List.of(
                trial.key(),
                String.join(", ", trial.studies()),
                trial.finishedAt(),
                trial.tag(),
                Integer.toString(outcome.images()),
                FigureTable.cell(outcome.cleanTop1()),
                FigureTable.cell(outcome.driftedTop1()),
                FigureTable.cell(outcome.calibratedTop1()),
                Long.toString(outcome.updatedParameters()),
                FigureTable.cell(outcome.updatedPercent()),
                Long.toString(outcome.sramBits()),
                Long.toString(outcome.rramWrites()),
                FigureTable.cell(outcome.calibrationSeconds()),
                outcome.notes(),
                trial.spec());
    }
}
