package org.driftscope.ui.workspace;

import java.nio.file.Path;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.spec.ExperimentSpec;
import org.driftscope.experiment.sweep.TrialRecord;
import org.driftscope.support.DriftscopeException;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.ProblemSink;

/** Keeps calibrations made by hand in the run archive, as the trials that the command line would make. */
public final class TrialLog {
    /** Stands where trials of a study name it. */
    public static final String STUDY = "by hand";

    private final Path archive;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private Runnable whenKept = () -> {};
    /** One dialog is enough: the next calibration fails for the same reason. */
    private boolean complained;

    /** @param archive file of the run archive */
    public TrialLog(Path archive, BackgroundRunner runner, ProblemSink problems) {
        this.archive = archive;
        this.runner = runner;
        this.problems = problems;
    }

    /** Runs on the JavaFX thread whenever a trial was kept. */
    public void onKept(Runnable action) {
        whenKept = action;
    }

    /** Called away from the JavaFX thread. A calibration is never lost because it could not be noted. */
    public void keep(Workbench bench, Calibrated made) {
        try (RunArchive opened = RunArchive.open(archive)) {
            ExperimentSpec spec = StateSpec.of(bench.network(), made.asked());
            TrialRecord.keep(opened, STUDY, spec, bench, made.outcome().result());
            runner.onWindowThread(whenKept);
        } catch (DriftscopeException e) {
            runner.onWindowThread(() -> complain(e));
        }
    }

    private void complain(DriftscopeException error) {
        if (!complained) {
            complained = true;
            problems.show("Keeping a calibration in the history", error);
        }
    }
}
