package org.driftscope.ui.explorer;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.calibration.spec.CalibrationSpec;
import org.driftscope.calibration.spec.CalibrationSpec.SolverKind;
import org.driftscope.calibration.spec.SettingUse;
import org.driftscope.experiment.Workbench;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.layers.LayersViewModel;
import org.driftscope.ui.state.CalibrationPoint;
import org.driftscope.ui.state.ExplorerState;
import org.driftscope.ui.state.PointOrigin;
import org.driftscope.ui.state.StateHistory;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.JobTicket;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.task.Work;
import org.driftscope.ui.workspace.Asker;
import org.driftscope.ui.workspace.Calibrated;
import org.driftscope.ui.workspace.PointOrigins;
import org.driftscope.ui.workspace.Question;
import org.driftscope.ui.workspace.Question.Answer;
import org.driftscope.ui.workspace.Question.Role;
import org.driftscope.ui.workspace.ResultMemory;
import org.driftscope.ui.workspace.TrialLog;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** Calibrates in the background, adds points to the chart, and follows the rank slider afterwards. */
public final class CalibrationDesk {
    private static final int CHIPS = 10;
    static final List<Integer> SWEEP = List.of(1, 2, 4, 8, 16);
    private static final Duration REST = Duration.ofMillis(40);

    private final StateHistory history;
    private final LayersViewModel layers;
    private final JobMonitor monitor;
    private final BackgroundRunner runner;
    private final ProblemSink problems;
    private final LatestOnly rankLane;
    private final ResultMemory memory = new ResultMemory();
    private final ReadOnlyObjectWrapper<@Nullable Calibrated> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyObjectWrapper<@Nullable CalibrationPoint> known = new ReadOnlyObjectWrapper<>(this, "known");
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(this, "following");
    private @Nullable Workspace open;
    private @Nullable Calibrated live;
    private @Nullable TrialLog trials;
    private @Nullable Asker asker;
    private Cancellable pause = () -> {};
    /** Both written by workers: with its scoring, and without. */
    private volatile double lastSeconds = Double.NaN;

    private volatile double lastFitting;

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

    /** Trials are kept from now on. */
    public void keepIn(TrialLog log) {
        trials = log;
    }

    /** Where a job runs, the user says what becomes of the next one. By default it waits. */
    public void askWith(Asker questions) {
        asker = questions;
    }

    /** The calibration that belongs to the settings shown; null where there is none at hand. */
    public ReadOnlyObjectProperty<@Nullable Calibrated> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** The point that belongs to the settings shown, whose numbers need no new calibration; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable CalibrationPoint> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /**
     * What the last calibration would have taken with its scoring; empty before the first.
     *
     * @param share of its images that are scored, 0 to 1
     */
    public OptionalDouble lastSeconds(double share) {
        double scoring = Math.max(0, lastSeconds - lastFitting);
        return Double.isNaN(lastSeconds) ? OptionalDouble.empty() : OptionalDouble.of(lastFitting + share * scoring);
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
        memory.clear();
        open = null;
        show(null, null);
    }

    /** Finds out which points were made with a network that was just opened. */
    void begin(Workspace workspace) {
        open = workspace;
        ExplorerState asked = history.get();
        runner.run(Job.<PointOrigin>of(
                "Looking at the files",
                (progress, cancel) ->
                        workspace.use(bench -> PointOrigins.of(bench, workspace.files(), asked.calibration())),
                origin -> {
                    if (workspace == open) {
                        memory.openIs(origin);
                        follow(workspace, history.get());
                    }
                },
                error -> problems.show("Reading the files again", error)));
    }

    /** Calibrates at the rank that is set and adds a point. */
    void calibrate(Workspace workspace) {
        start(workspace, "Calibrating", "calibration", 1, CalibrationRun::calibrateInto);
    }

    /** Calibrates this chip and the next of its kind and adds a point each as it is done; all are one step of undo. */
    void calibrateChips(Workspace workspace) {
        start(
                workspace,
                "Calibrating chips",
                "calibration of chips",
                CHIPS,
                (run, bench, finished, progress, cancel) -> run.chips(bench, CHIPS, finished, progress, cancel));
    }

    /** Calibrates at 1, 2, 4, 8 and 16 and adds a point each as it is done; all are one step of undo. */
    void sweepRanks(Workspace workspace) {
        start(
                workspace,
                "Sweeping ranks",
                "sweep of ranks",
                SWEEP.size(),
                (run, bench, finished, progress, cancel) -> run.ranks(bench, SWEEP, finished, progress, cancel));
    }

    /** What a job does with its run. */
    @FunctionalInterface
    private interface Part {
        void compute(
                CalibrationRun run,
                Workbench bench,
                Consumer<Calibrated> finished,
                Progress progress,
                CancelToken cancel);
    }

    private void start(Workspace workspace, String title, String step, int parts, Part part) {
        ExplorerState asked = history.get();
        LayerFeed feed = new LayerFeed(runner, errors -> {
            if (asked.withPoints(history.get().points()).equals(history.get())) {
                layers.showErrors(errors);
            }
        });
        CalibrationRun run = new CalibrationRun(asked, workspace.files(), feed);
        Object group = new Object();
        Work<Workspace> work = (progress, cancel) -> workspace.use(bench -> {
            AtomicLong began = new AtomicLong(System.nanoTime());
            Consumer<Calibrated> finished = made -> {
                lastFitting = made.outcome().result().calibrationSeconds();
                lastSeconds = (System.nanoTime() - began.getAndSet(System.nanoTime())) / 1e9;
                finished(workspace, bench, step, group, made);
            };
            part.compute(run, bench, finished, progress, cancel);
            return workspace;
        });
        Runnable end = () -> {
            feed.close();
            restoreErrors();
        };
        Job<Workspace> job = Job.of(title, work, done -> end.run(), error -> {
                    end.run();
                    problems.show(title, error);
                })
                .onCancelled(end)
                .inParts(parts);
        List<JobTicket> before = monitor.queued();
        if (before.isEmpty() || asker == null) {
            monitor.enqueue(job);
        } else {
            asker.ask(new Question(
                    before.get(0).sentence(),
                    title + " can wait for it, with the settings as they are now.",
                    List.of(
                            new Answer("queue", "Queue", Role.FIRST, () -> monitor.enqueue(job)),
                            new Answer("replace", "Stop it and start", Role.OTHER, () -> {
                                monitor.cancelQueue();
                                monitor.enqueue(job);
                            }),
                            Answer.cancel())));
        }
    }

    /** On a worker: a result is a trial in the archive, and a point at once, whatever becomes of the job. */
    private void finished(Workspace workspace, Workbench bench, String step, Object group, Calibrated made) {
        if (trials != null) {
            trials.keep(bench, made);
        }
        runner.onWindowThread(() -> {
            if (workspace == open) {
                memory.add(made);
                history.editPart(step, group, state -> state.withPoint(made.point()));
                follow(workspace, history.get());
            }
        });
    }

    /** The settings changed: shows what is known of them, solves again for another rank, or shows nothing. */
    void follow(Workspace workspace, ExplorerState state) {
        pause.cancel();
        Calibrated fits = fitting(state);
        if (fits == null
                && isLive(state.calibration())
                && memory.atAnyRank(state).isPresent()) {
            following.set(true);
            pause = runner.later(REST, () -> solveAgain(workspace, state));
            return;
        }
        rankLane.cancel();
        following.set(false);
        show(fits, fits == null ? memory.pointOf(state).orElse(null) : null);
    }

    private @Nullable Calibrated fitting(ExplorerState state) {
        Calibrated last = live;
        if (last != null && last.belongsTo(state) && memory.atAnyRank(state).isPresent()) {
            return last;
        }
        return memory.of(state).orElse(null);
    }

    /** Whether another rank costs only its own solve; training starts from nothing for each: too slow for a slider. */
    private static boolean isLive(CalibrationSpec spec) {
        return SettingUse.RANK.matters(spec.method())
                && SettingUse.SOLVER.matters(spec.method())
                && spec.solver() == SolverKind.CLOSED_FORM;
    }

    private void solveAgain(Workspace workspace, ExplorerState state) {
        CalibrationRun run = new CalibrationRun(state, workspace.files(), (layer, fitted) -> {});
        rankLane.submit(Job.<Calibrated>of(
                        "Solving for rank " + state.calibration().rank(),
                        (Progress progress, CancelToken cancel) ->
                                workspace.use(bench -> run.calibrate(bench, progress, cancel)),
                        again -> {
                            following.set(rankLane.hasWaiting());
                            if (workspace == open && again.belongsTo(history.get())) {
                                live = again;
                                show(again, null);
                            }
                        },
                        error -> {
                            following.set(false);
                            problems.show("Solving for another rank", error);
                        })
                .onCancelled(() -> following.set(rankLane.hasWaiting())));
    }

    private void show(@Nullable Calibrated newResult, @Nullable CalibrationPoint point) {
        known.set(point);
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
