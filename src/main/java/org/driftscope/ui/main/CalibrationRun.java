package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ExplorerState;

/**
 * The computation behind the buttons "Calibrate" and "Sweep ranks", on a snapshot of the settings: the very run of the
 * command line. What runs have in common is kept by the workbench.
 *
 * @param state settings, whose rank is used by {@link #calibrate} only
 * @param files that the network and its images were opened from
 * @param listener hears of each layer, on worker threads
 */
record CalibrationRun(ExplorerState state, OpenRequest files, LayerListener listener) {

    /** One calibration at the state's rank. */
    Calibrated calibrate(Workbench bench, Progress progress, CancelToken cancel) {
        Outcome outcome = ExperimentRunner.run(bench, StateSpec.of(bench.network(), state), listener, progress, cancel);
        return new Calibrated(state, outcome, PointOrigins.of(bench, files, state.calibration()));
    }

    /** One calibration a rank. */
    List<Calibrated> ranks(Workbench bench, List<Integer> ranks, Progress progress, CancelToken cancel) {
        List<Calibrated> results = new ArrayList<>();
        for (int rank : ranks) {
            ExplorerState asked = state.withCalibration(state.calibration().withRank(rank));
            Progress whole = part(progress, "Rank " + rank, results.size(), ranks.size());
            results.add(new CalibrationRun(asked, files, listener).calibrate(bench, whole, cancel));
        }
        return results;
    }

    private static Progress part(Progress progress, String name, int index, int parts) {
        return (stage, done, total) -> progress.report(name + ": " + stage, index * total + done, parts * total);
    }
}
