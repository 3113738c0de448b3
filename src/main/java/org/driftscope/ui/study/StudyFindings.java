package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.driftscope.experiment.Provenance;
import org.driftscope.figure.chart.Figure;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.StudyFigure;
import org.driftscope.report.StudyFolder;
import org.driftscope.support.DriftscopeException;

/**
 * What a finished study found.
 *
 * @param plan what was asked
 * @param sweeps finished, in the plan's order
 * @param provenance of its numbers
 */
public record StudyFindings(StudyPlan plan, List<FinishedSweep> sweeps, Provenance provenance) {
    public StudyFindings {
        sweeps = List.copyOf(sweeps);
    }

    /** Empty where nothing that was swept makes an axis. */
    Optional<Figure> figure() {
        return StudyFigure.of(FinishedSweep.groups(sweeps));
    }

    int trials() {
        return sweeps.stream().mapToInt(sweep -> sweep.trials().size()).sum();
    }

    /** Trials that came from the archive. */
    int remembered() {
        return (int) sweeps.stream()
                .flatMap(sweep -> sweep.trials().stream())
                .filter(trial -> trial.remembered())
                .count();
    }

    /**
     * Writes figures, tables and the experiment files that repeat the study.
     *
     * @throws DriftscopeException if the folder cannot be written, or no experiment file can name the images
     */
    void write(Path folder) {
        if (plan.files().calibration() == null) {
            throw new DriftscopeException(
                    "An experiment file names a file of calibration images, but here they were set"
                            + " apart from the images that are scored. Open calibration images (in the menu beside Open images)"
                            + " and run the study again.");
        }
        StudyFolder.write(plan.files(), plan.name(), sweeps, provenance, folder);
    }
}
