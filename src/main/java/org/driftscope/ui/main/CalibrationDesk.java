package org.driftscope.ui.main;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.calibration.CalibrationSpec;
import org.driftscope.calibration.CalibrationSpec.SolverKind;
import org.driftscope.calibration.SettingUse;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.task.Work;
import org.jspecify.annotations.Nullable;

/** Calibrates in the background, adds points to the chart, and follows the rank slider afterwards. */
public final class CalibrationDesk {
    static final List<Integer> SWEEP = List.of(1, 2, 4, 8, 16);
    private static final Duration REST = Duration.ofMillis(40);

    private final StateHistory history;
    private final LayersViewModel layers;
    private final JobMonitor monitor;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final LatestOnly rankLane;
    private final ReadOnlyObjectWrapper<@Nullable Calibrated> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following");
    private @Nullable Calibrated kept;
    private Cancellable pause = () -> {};

    CalibrationDesk(
            StateHistory history,
            LayersViewModel layers,
            JobMonitor monitor,
            BackgroundRunner runner,
            ProblemSink problems) {
        this.history = history;
        this.layers = layers;
        this.monitor = monitor;
        this.runner = runner;
        this.problems = problems;
        this.rankLane = LatestOnly.cancelling(runner);
    }

    /** The calibration that belongs to the settings shown; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable Calibrated> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Whether a newer accuracy is on its way after the rank was changed. */
    public ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Another network: nothing that was calibrated belongs to it. */
    void forget() {
        pause.cancel();
        rankLane.cancel();
        monitor.cancelQueue();
        keep(null);
    }

    /** Calibrates at the rank that is set and adds a point. */
    void calibrate(Workspace workspace) {
        LayerFeed feed = new LayerFeed(runner, layers::showErrors);
        CalibrationRun run = new CalibrationRun(history.get(), workspace.files(), feed);
        start(
                workspace,
                "Calibrating",
                "calibration",
                feed,
                (progress, cancel) -> workspace.use(bench -> List.of(run.calibrate(bench, progress, cancel))));
    }

    /** Calibrates at 1, 2, 4, 8 and 16 and adds a point each, as one step of undo. */
    void sweepRanks(Workspace workspace) {
        LayerFeed feed = new LayerFeed(runner, errors -> {});
        CalibrationRun run = new CalibrationRun(history.get(), workspace.files(), feed);
        start(
                workspace,
                "Sweeping ranks",
                "sweep of ranks",
                feed,
                (progress, cancel) -> workspace.use(bench -> run.ranks(bench, SWEEP, progress, cancel)));
    }

    private void start(Workspace workspace, String title, String step, LayerFeed feed, Work<List<Calibrated>> work) {
        monitor.enqueue(Job.of(
                        title,
                        work,
                        results -> {
                            feed.close();
                            done(workspace, step, results);
                        },
                        error -> {
                            feed.close();
                            restoreErrors();
                            problems.show(title, error);
                        })
                .onCancelled(() -> {
                    feed.close();
                    restoreErrors();
                }));
    }

    private void done(Workspace workspace, String step, List<Calibrated> results) {
        int rank = history.get().calibration().rank();
        Calibrated shown = results.stream()
                .filter(one -> one.asked().calibration().rank() == rank)
                .findFirst()
                .orElse(results.get(results.size() - 1));
        history.seal();
        history.edit(step, state -> {
            ExplorerState more = state;
            for (Calibrated one : results) {
                more = more.withPoint(one.point());
            }
            return more;
        });
        history.seal();
        keep(shown);
        follow(workspace, history.get());
    }

    /** The settings changed: keeps the result, solves again for another rank, or lets the result go. */
    void follow(Workspace workspace, ExplorerState state) {
        pause.cancel();
        Calibrated last = kept;
        if (last == null || !last.belongsToButRank(state)) {
            rankLane.cancel();
            following.set(false);
            result.set(null);
            layers.forgetErrorsAfter();
        } else if (last.belongsTo(state)) {
            rankLane.cancel();
            following.set(false);
            keep(last);
        } else if (isLive(state.calibration())) {
            following.set(true);
            pause = runner.later(REST, () -> solveAgain(workspace, state));
        } else {
            rankLane.cancel();
            following.set(false);
            result.set(null);
            layers.forgetErrorsAfter();
        }
    }

    /** Whether another rank costs only its own solve; training starts from nothing for each: too slow for a slider. */
    private static boolean isLive(CalibrationSpec spec) {
        return SettingUse.SOLVER.matters(spec.method()) && spec.solver() == SolverKind.CLOSED_FORM;
    }

    private void solveAgain(Workspace workspace, ExplorerState state) {
        CalibrationRun run = new CalibrationRun(state, workspace.files(), (layer, fitted) -> {});
        rankLane.submit(Job.<Calibrated>of(
                        "Solving for rank " + state.calibration().rank(),
                        (Progress progress, CancelToken cancel) ->
                                workspace.use(bench -> run.calibrate(bench, progress, cancel)),
                        again -> {
                            following.set(rankLane.hasWaiting());
                            if (again.belongsTo(history.get())) {
                                keep(again);
                            }
                        },
                        error -> {
                            following.set(false);
                            problems.show("Solving for another rank", error);
                        })
                .onCancelled(() -> following.set(rankLane.hasWaiting())));
    }

    private void keep(@Nullable Calibrated newResult) {
        kept = newResult;
        result.set(newResult);
        restoreErrors();
    }

    private void restoreErrors() {
        layers.forgetErrorsAfter();
        Calibrated shown = result.get();
        if (shown != null) {
            layers.showErrors(shown.errors());
        }
    }
}
