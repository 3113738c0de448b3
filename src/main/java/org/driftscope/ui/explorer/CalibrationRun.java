package org.driftscope.ui.explorer;

import java.util.List;
import java.util.function.Consumer;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.method.ExperimentRunner;
import org.driftscope.experiment.method.ExperimentRunner.Outcome;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.OpenRequest;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.StateSpec;

/**
 * The computation behind the buttons "Calibrate", "Calibrate ten chips" and "Sweep ranks", on a snapshot of the settings: the very run of the
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

    /** @param finished takes the one calibration at the state's rank, on the same thread */
    void calibrateInto(Workbench bench, Consumer<Calibrated> finished, Progress progress, CancelToken cancel) {
        finished.accept(calibrate(bench, progress, cancel));
    }

    /**
     * One calibration a rank.
     *
     * @param finished takes each as it is done, on the same thread
     */
    void ranks(
            Workbench bench,
            List<Integer> ranks,
            Consumer<Calibrated> finished,
            Progress progress,
            CancelToken cancel) {
        for (int i = 0; i < ranks.size(); i++) {
            ExplorerState asked = state.withCalibration(state.calibration().withRank(ranks.get(i)));
            Progress whole = part(progress, "Rank " + ranks.get(i), i, ranks.size());
            // what layers err by is on screen for the rank that is set
            finished.accept(new CalibrationRun(asked, files, (layer, fitted) -> {}).calibrate(bench, whole, cancel));
        }
    }

    /**
     * One calibration a chip: those of the seeds after the one that is set, and this last, so that its maps are at hand.
     *
     * @param finished takes each as it is done, on the same thread
     */
    void chips(Workbench bench, int chips, Consumer<Calibrated> finished, Progress progress, CancelToken cancel) {
        for (int i = 1; i <= chips; i++) {
            boolean last = i == chips;
            ExplorerState asked = last ? state : state.withSeed(state.chip().seed() + i);
            Progress whole = part(progress, "Chip " + i + " of " + chips, i - 1, chips);
            // only the chip that is set has its layers' errors on screen
            LayerListener heard = last ? listener : (layer, fitted) -> {};
            finished.accept(new CalibrationRun(asked, files, heard).calibrate(bench, whole, cancel));
        }
    }

    /** A part is done once the next one begins: after its last step stages may follow, such as scoring. */
    private static Progress part(Progress progress, String name, int index, int parts) {
        return (stage, done, total) ->
                progress.report(name + ": " + stage, index * (total + 1) + done, parts * (total + 1));
    }
}
