package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.export.NamedFigure;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.StudyFigure;
import org.driftscope.report.StudyFolder;
import org.driftscope.report.StudyInputs;
import org.driftscope.report.StudyProvenance;
import org.driftscope.support.DriftscopeException;

/**
 * What a finished study found.
 *
 * @param plan what was asked
 * @param sweeps finished, in the plan's order
 * @param source of its numbers
 */
public record StudyFindings(StudyPlan plan, List<FinishedSweep> sweeps, StudyInputs source) {
    public StudyFindings {
        sweeps = List.copyOf(sweeps);
    }

    /** Empty where nothing that was swept makes an axis. */
    Optional<Figure> figure(Spread bars, TrialColumn column) {
        return StudyFigure.of(FinishedSweep.groups(sweeps), bars, column);
    }

    /** The figure for the export, with what its numbers come from; none where there is no figure. */
    public List<NamedFigure> figures(Spread bars, TrialColumn column) {
        return figure(bars, column)
                .map(figure -> new NamedFigure(
                        "Study: " + Studies.label(plan.name()), figure, StudyProvenance.of(sweeps, source)))
                .stream()
                .toList();
    }

    int trials() {
        return sweeps.stream().mapToInt(sweep -> sweep.trials().size()).sum();
    }

    /** What was refused and why, in sentences. */
    List<String> refusals() {
        return sweeps.stream().flatMap(sweep -> sweep.refusals().stream()).toList();
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
     * @throws DriftscopeException if the folder cannot be written
     */
    void write(Path folder, Spread bars) {
        StudyFolder.write(plan.files(), plan.name(), sweeps, source, bars, folder);
    }
}
