package org.driftscope.ui.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.archive.RunArchive;
import org.driftscope.experiment.sweep.Sweep;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.report.FinishedSweep;
import org.driftscope.report.RefusedTrials;
import org.driftscope.report.StudyInputs;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.task.BackgroundRunner;

/**
 * The computation behind "Run": sweep after sweep, every finished trial told to its row.
 *
 * @param plan what to run
 * @param rows of {@link StudyPlan#rows()}
 * @param archive file of the run archive
 * @param runner brings what has finished to the JavaFX thread
 * @param listener hears of it there
 */
record StudyRun(StudyPlan plan, List<TrialRow> rows, Path archive, BackgroundRunner runner, Listener listener) {
    /** Hears of trials as they finish. */
    @FunctionalInterface
    interface Listener {
        /** @param sweep its place in the plan */
        void finished(int sweep, SweepRunner.Finished trial);
    }

    StudyFindings compute(Progress progress, CancelToken cancel) {
        return plan.bench().use(bench -> compute(bench, progress, cancel));
    }

    private StudyFindings compute(Workbench bench, Progress progress, CancelToken cancel) {
        List<FinishedSweep> finished = new ArrayList<>();
        try (RunArchive opened = RunArchive.open(archive)) {
            SweepRunner sweeps = new SweepRunner(bench, opened, false);
            int first = 0;
            for (int i = 0; i < plan.sweeps().size(); i++) {
                Sweep sweep = plan.sweeps().get(i);
                RefusedTrials teller = teller(i, first);
                List<SweepRunner.Finished> trials = sweeps.run(sweep, teller, overall(progress, first), cancel);
                finished.add(new FinishedSweep(sweep, trials, teller.all()));
                first += sweep.trials().size();
            }
        }
        FinishedSweep.requireAny(finished);
        return new StudyFindings(plan, finished, StudyInputs.of(bench));
    }

    private RefusedTrials teller(int sweep, int first) {
        return new RefusedTrials() {
            @Override
            public void started(int index) {
                runner.onWindowThread(rows.get(first + index)::start);
            }

            @Override
            public void finished(SweepRunner.Finished trial) {
                TrialRow row = rows.get(first + trial.index());
                runner.onWindowThread(() -> {
                    row.finish(trial);
                    listener.finished(sweep, trial);
                });
            }

            @Override
            public void refused(SweepRunner.Refused trial) {
                super.refused(trial);
                TrialRow row = rows.get(first + trial.index());
                runner.onWindowThread(row::refuse);
            }
        };
    }

    /** Progress over the trials of all sweeps. */
    private Progress overall(Progress progress, int before) {
        return (stage, done, total) -> progress.report(
                String.format(Locale.US, "Trial %d of %d", before + done, rows.size()), before + done, rows.size());
    }
}
