package org.driftscope.ui.explorer;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.evaluation.Scoring;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.Workbench;
import org.driftscope.experiment.spec.ChipSpec;
import org.driftscope.experiment.spec.LayerChoice;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.state.ChipChoice;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.task.Work;
import org.driftscope.ui.workspace.DriftReading;
import org.driftscope.ui.workspace.ScoredSoFar;
import org.driftscope.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy clean and after drift: follows the settings a moment later, the newest wins, older work is cancelled. Where images
 * are large both are scored on a few of them first, and then on all.
 */
public final class AccuracyTracker {
    private static final Duration REST = Duration.ofMillis(120);

    private final BackgroundRunner runner;
    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyObjectWrapper<@Nullable Accuracy> clean = new ReadOnlyObjectWrapper<>(this, "clean");
    private final ReadOnlyObjectWrapper<@Nullable DriftReading> drifted = new ReadOnlyObjectWrapper<>(this, "drifted");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<ScoredSoFar> soFar =
            new ReadOnlyObjectWrapper<>(this, "soFar", ScoredSoFar.NOTHING);
    private Cancellable pause = () -> {};
    private @Nullable Workspace open;
    private ChipChoice wanted = new ChipChoice(ChipSpec.of(0, 0), LayerChoice.all());

    AccuracyTracker(BackgroundRunner runner, ProblemSink problems) {
        this.runner = runner;
        this.lane = LatestOnly.cancelling(runner);
        this.problems = problems;
    }

    /** Of the open network; null until it is known. */
    public ReadOnlyObjectProperty<@Nullable Accuracy> cleanProperty() {
        return clean.getReadOnlyProperty();
    }

    /** The last reading; it lags behind the settings while {@link #busyProperty()}. Null until the first. */
    public ReadOnlyObjectProperty<@Nullable DriftReading> driftedProperty() {
        return drifted.getReadOnlyProperty();
    }

    /** What is known of a newer reading that is on its way. */
    ReadOnlyObjectProperty<ScoredSoFar> soFarProperty() {
        return soFar.getReadOnlyProperty();
    }

    /** Whether a newer reading is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The reading of a chip, if it is at hand. */
    @Nullable
    DriftReading readingOf(ChipChoice asked) {
        DriftReading last = drifted.get();
        return last != null && last.asked().equals(asked) ? last : null;
    }

    /** Another network or other images: starts with the clean accuracy. What was known is to be forgotten before. */
    void begin(Workspace workspace, ChipChoice asked) {
        forget();
        open = workspace;
        wanted = asked;
        next(workspace);
    }

    /** Nothing is scored, and nothing is known. */
    void forget() {
        stop();
        open = null;
        soFar.set(ScoredSoFar.NOTHING);
        clean.set(null);
        drifted.set(null);
    }

    /** Other settings: a reading follows once they rest. */
    void follow(Workspace workspace, ChipChoice asked) {
        pause.cancel();
        wanted = asked;
        if (clean.get() == null && !workspace.scoresInParts()) {
            // the first reading is still to come, and takes the newest settings
            return;
        }
        if (readingOf(asked) != null) {
            stop();
        } else {
            busy.set(true);
            pause = runner.later(REST, () -> next(workspace));
        }
    }

    /** What is to be scored next: a few images first where all take long, then the clean network, then the drifted one. */
    private void next(Workspace workspace) {
        ChipChoice asked = wanted;
        boolean firstFew = workspace.scoresInParts() && soFar.get().driftedOn(asked) == null;
        busy.set(true);
        if (firstFew) {
            lane.submit(job(
                    "Accuracy on the first images",
                    "Scoring the first images",
                    (progress, cancel) -> workspace.use(bench -> firstFew(bench, workspace, asked, progress, cancel)),
                    known -> next(workspace)));
        } else if (clean.get() == null) {
            Scoring all = Scoring.all(part -> tell(workspace, known -> known.withClean(part)));
            lane.submit(job(
                    "Clean accuracy",
                    "Scoring the clean network",
                    (progress, cancel) -> workspace.use(bench -> bench.clean(all, progress, cancel)),
                    accuracy -> {
                        clean.set(accuracy);
                        next(workspace);
                    }));
        } else {
            Scoring all = Scoring.all(part -> tell(workspace, known -> known.withDrifted(asked, part)));
            lane.submit(job(
                    "Accuracy after drift",
                    "Scoring the drifted network",
                    (progress, cancel) -> workspace.use(bench -> read(bench, asked, all, progress, cancel)),
                    reading -> {
                        drifted.set(reading);
                        idle();
                    }));
        }
    }

    private <T> Job<T> job(String title, String doing, Work<T> work, Consumer<T> done) {
        return Job.<T>of(title, work, done, error -> failed(doing, error)).onCancelled(this::idle);
    }

    /** A few images, clean and drifted; on a worker. */
    private ScoredSoFar firstFew(
            Workbench bench, Workspace workspace, ChipChoice asked, Progress progress, CancelToken cancel) {
        Accuracy before = bench.clean(Scoring.first(), progress, cancel);
        tell(workspace, known -> known.clean() == null ? known.withClean(before) : known);
        Accuracy after = read(bench, asked, Scoring.first(), progress, cancel).accuracy();
        tell(workspace, known -> known.withDrifted(asked, after));
        return new ScoredSoFar(before, asked, after);
    }

    /** From a worker: what is known by now, unless another network was opened meanwhile. */
    private void tell(Workspace workspace, UnaryOperator<ScoredSoFar> news) {
        runner.onWindowThread(() -> {
            if (workspace == open) {
                soFar.set(news.apply(soFar.get()));
            }
        });
    }

    /** Puts the layers that drift on a chip and scores it. */
    public static DriftReading read(Workbench bench, ChipChoice asked, Progress progress, CancelToken cancel) {
        return read(bench, asked, Scoring.all(), progress, cancel);
    }

    private static DriftReading read(
            Workbench bench, ChipChoice asked, Scoring scoring, Progress progress, CancelToken cancel) {
        List<String> layers = asked.drifting().in(bench.network());
        Chip chip = bench.chip(asked.spec(), layers, cancel);
        return new DriftReading(asked, chip, bench.drifted(asked.spec(), layers, scoring, progress, cancel));
    }

    private void failed(String doing, Throwable error) {
        idle();
        problems.show(doing, error);
    }

    private void idle() {
        busy.set(lane.hasWaiting());
    }

    private void stop() {
        pause.cancel();
        lane.cancel();
        idle();
    }
}
