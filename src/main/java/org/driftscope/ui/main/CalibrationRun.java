package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.CalibratedChip;
import org.driftscope.experiment.CalibrationSession;
import org.driftscope.experiment.CalibrationSession.LayerListener;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ExplorerState;
import org.jspecify.annotations.Nullable;

/**
 * The computation behind the buttons "Calibrate" and "Sweep ranks", on a snapshot of the settings.
 *
 * @param state settings, whose rank is used by {@link #calibrate} only
 * @param known the drifted chip, if it is at hand
 * @param previous a calibration whose session may serve again
 * @param listener hears of each layer, on worker threads
 */
record CalibrationRun(
        ExplorerState state, @Nullable DriftReading known, @Nullable Calibrated previous, LayerListener listener) {

    /** One calibration at the state's rank. */
    Calibrated calibrate(Workbench bench, Progress progress, CancelToken cancel) {
        return ranks(bench, List.of(state.calibration().rank()), progress, cancel)
                .get(0);
    }

    /** One calibration a rank, with one set of statistics. */
    List<Calibrated> ranks(Workbench bench, List<Integer> ranks, Progress progress, CancelToken cancel) {
        Accuracy clean = bench.clean(progress, cancel);
        DriftReading reading = known != null ? known : AccuracyTracker.read(bench, state.chip(), progress, cancel);
        long start = System.nanoTime();
        CalibrationSession session = previous != null && previous.belongsToButRank(state)
                ? previous.session()
                : bench.calibrate(
                        reading.chip(),
                        state.calibration(),
                        state.ticked(),
                        state.chip().seed(),
                        progress,
                        cancel);
        List<Calibrated> results = new ArrayList<>();
        for (int rank : ranks) {
            CalibratedChip chip = session.solve(rank, listener, progress, cancel);
            double seconds = (System.nanoTime() - start) / 1e9;
            Accuracy accuracy = bench.evaluate(chip.changes(), named(progress, "Scoring rank " + rank), cancel);
            ExplorerState asked = state.withCalibration(state.calibration().withRank(rank));
            results.add(new Calibrated(asked, session, chip, clean, reading.accuracy(), accuracy, seconds));
            start = System.nanoTime();
        }
        return results;
    }

    private static Progress named(Progress progress, String name) {
        return (stage, done, total) -> progress.report(name, done, total);
    }
}
