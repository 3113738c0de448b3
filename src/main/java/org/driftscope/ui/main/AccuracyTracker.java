package org.driftscope.ui.main;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.driftscope.evaluation.Accuracy;
import org.driftscope.experiment.Chip;
import org.driftscope.experiment.ChipSpec;
import org.driftscope.experiment.Workbench;
import org.driftscope.network.AnalogLayer;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.driftscope.ui.task.Job;
import org.driftscope.ui.task.LatestOnly;
import org.driftscope.ui.task.ProblemSink;
import org.jspecify.annotations.Nullable;

/** Accuracy clean and after drift: follows the settings a moment later, the newest wins, older work is cancelled. */
public final class AccuracyTracker {
    private static final Duration REST = Duration.ofMillis(120);

    private final BackgroundRunner runner;
    private final LatestOnly lane;
    private final ProblemSink problems;
    private final ReadOnlyObjectWrapper<@Nullable Accuracy> clean = new ReadOnlyObjectWrapper<>(this, "clean");
    private final ReadOnlyObjectWrapper<@Nullable DriftReading> drifted = new ReadOnlyObjectWrapper<>(this, "drifted");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private Cancellable pause = () -> {};
    private ChipSpec wanted = ChipSpec.of(0, 0);

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

    /** Whether a newer reading is on its way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The reading of a chip, if it is at hand. */
    @Nullable
    DriftReading readingOf(ChipSpec spec) {
        DriftReading last = drifted.get();
        return last != null && last.spec().equals(spec) ? last : null;
    }

    /** Another network or other images: forgets everything and starts with the clean accuracy. */
    void begin(Workspace workspace, ChipSpec spec) {
        stop();
        wanted = spec;
        clean.set(null);
        drifted.set(null);
        busy.set(true);
        lane.submit(Job.<Accuracy>of(
                        "Clean accuracy",
                        (progress, cancel) -> workspace.use(bench -> bench.clean(progress, cancel)),
                        accuracy -> {
                            clean.set(accuracy);
                            submit(workspace, wanted);
                        },
                        error -> failed("Scoring the clean network", error))
                .onCancelled(this::idle));
    }

    /** A network without images: nothing is scored. */
    void forget() {
        stop();
        clean.set(null);
        drifted.set(null);
    }

    /** Other settings: a reading follows once they rest. */
    void follow(Workspace workspace, ChipSpec spec) {
        pause.cancel();
        wanted = spec;
        if (clean.get() == null) {
            // the first reading is still to come, and takes the newest settings
            return;
        }
        if (readingOf(spec) != null) {
            stop();
        } else {
            busy.set(true);
            pause = runner.later(REST, () -> submit(workspace, spec));
        }
    }

    private void submit(Workspace workspace, ChipSpec spec) {
        busy.set(true);
        lane.submit(Job.<DriftReading>of(
                        "Accuracy after drift",
                        (progress, cancel) -> workspace.use(bench -> read(bench, spec, progress, cancel)),
                        reading -> {
                            drifted.set(reading);
                            idle();
                        },
                        error -> failed("Scoring the drifted network", error))
                .onCancelled(this::idle));
    }

    /** Puts all analog layers on a chip and scores it. */
    static DriftReading read(Workbench bench, ChipSpec spec, Progress progress, CancelToken cancel) {
        List<String> layers =
                bench.network().analogLayers().stream().map(AnalogLayer::name).toList();
        Chip chip = bench.chip(spec, layers, cancel);
        return new DriftReading(spec, chip, bench.drifted(spec, layers, progress, cancel));
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
