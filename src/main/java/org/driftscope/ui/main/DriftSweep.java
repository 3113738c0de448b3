package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import org.driftscope.device.RelativeGaussianDrift;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.charts.ChartsViewModel;
import org.driftscope.ui.charts.DriftSweepPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** Accuracy against relative drift, with and without the calibration that is set; points appear as they are done. */
final class DriftSweep {
    private static final List<Double> DRIFTS = List.of(0.05, 0.1, 0.15, 0.2, 0.25, 0.3);
    private static final int SEEDS = 3;

    private final ChartsViewModel charts;
    private final JobMonitor monitor;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private @Nullable JobTicket running;

    DriftSweep(ChartsViewModel charts, JobMonitor monitor, BackgroundRunner runner, ProblemSink problems) {
        this.charts = charts;
        this.monitor = monitor;
        this.runner = runner;
        this.problems = problems;
    }

    /** Starts on a snapshot of the settings. */
    void start(Workspace workspace, ExplorerState state) {
        OpenRequest files = workspace.files();
        charts.driftSweep().clear();
        charts.sweptMethodProperty().set(MethodWords.series(state.calibration()));
        charts.sweepRunningProperty().set(true);
        charts.sweepProgressProperty().set(0);
        running = monitor.enqueue(Job.<List<DriftSweepPoint>>of(
                        "Sweeping the drift",
                        (progress, cancel) -> workspace.use(bench -> sweep(bench, state, files, progress, cancel)),
                        points -> {
                            charts.driftSweep().setAll(points);
                            ended();
                        },
                        error -> {
                            ended();
                            problems.show("Sweeping the drift", error);
                        })
                .onCancelled(this::ended)
                .onProgress(
                        (stage, done, total) -> charts.sweepProgressProperty().set((double) done / total)));
    }

    /** What was measured stays, also where the sweep was stopped. */
    private void ended() {
        charts.sweepRunningProperty().set(false);
    }

    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    private List<DriftSweepPoint> sweep(
            Workbench bench, ExplorerState state, OpenRequest files, Progress progress, CancelToken cancel) {
        List<DriftSweepPoint> points = new ArrayList<>();
        int steps = DRIFTS.size() * SEEDS;
        boolean calibrates = Readiness.refusal(
                        bench.network(), bench.calibrationImages().count(), state)
                .isEmpty();
        for (double drift : DRIFTS) {
            double[] drifted = new double[SEEDS];
            double[] calibrated = new double[SEEDS];
            for (int i = 0; i < SEEDS; i++) {
                progress.report("Sweeping the drift", (long) points.size() * SEEDS + i, steps);
                ChipSpec spec = state.chip()
                        .withDrift(new RelativeGaussianDrift(drift))
                        .withSeed(state.chip().seed() + i);
                drifted[i] = AccuracyTracker.read(bench, spec, Progress.none(), cancel)
                        .accuracy()
                        .top1();
                calibrated[i] = calibrates ? calibrate(bench, state.withChip(spec), files, cancel) : Double.NaN;
            }
            DriftSweepPoint point =
                    new DriftSweepPoint(drift, mean(drifted), spread(drifted), mean(calibrated), spread(calibrated));
            points.add(point);
            runner.onWindowThread(() -> showEarly(point, cancel));
        }
        return points;
    }

    private void showEarly(DriftSweepPoint point, CancelToken cancel) {
        if (charts.sweepRunningProperty().get() && !cancel.isCancelled()) {
            charts.driftSweep().add(point);
        }
    }

    private static double calibrate(Workbench bench, ExplorerState state, OpenRequest files, CancelToken cancel) {
        return new CalibrationRun(state, files, (layer, result) -> {})
                .calibrate(bench, Progress.none(), cancel)
                .accuracy()
                .top1();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double spread(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1));
    }
}
