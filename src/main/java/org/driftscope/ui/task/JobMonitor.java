package org.driftscope.ui.task;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * The one long job that the status bar shows: its stage, how far it is, the time left, and its cancellation. A cancelled
 * job is over for the window at once, though its worker may still finish a batch of native code, of which nothing is heard.
 */
public final class JobMonitor {
    private final BackgroundRunner runner;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private @Nullable Cancellable current;
    private Runnable abandon = () -> {};
    private long startedNanos;
    private long serial;

    /**
     * @param nanoClock such as {@link System#nanoTime}; only tells the time left
     */
    public JobMonitor(BackgroundRunner runner, LongSupplier nanoClock) {
        this.runner = runner;
        this.nanoClock = nanoClock;
    }

    /** Starts a job and shows it; one that still runs is cancelled first. */
    public void run(Job<?> job) {
        cancel();
        startedNanos = nanoClock.getAsLong();
        stage.set(job.title());
        fraction.set(-1);
        timeLeft.set("");
        running.set(true);
        long mine = ++serial;
        Ending ending = new Ending();
        abandon = () -> {
            ending.once(job.cancelled());
            ended(mine);
        };
        Cancellable started = runner.run(follow(guarded(job, ending)).andFinally(() -> ended(mine)));
        // an immediate runner is done by now
        current = running.get() ? started : null;
    }

    /** Lets one end of a job through. */
    private static final class Ending {
        private boolean over;

        void once(Runnable end) {
            if (!over) {
                over = true;
                end.run();
            }
        }
    }

    private static <T> Job<T> guarded(Job<T> job, Ending ending) {
        return new Job<>(
                job.title(),
                job.work(),
                result -> ending.once(() -> job.done().accept(result)),
                () -> ending.once(job.cancelled()),
                error -> ending.once(() -> job.failed().accept(error)),
                job.progress());
    }

    private <T> Job<T> follow(Job<T> job) {
        return job.onProgress((name, done, total) -> {
            double share = (double) done / total;
            if (share < fraction.get()) {
                // another stage began: the pace of the one before says nothing of it
                startedNanos = nanoClock.getAsLong();
            }
            stage.set(name);
            fraction.set(share);
            timeLeft.set(timeLeft(done, total));
            job.progress().report(name, done, total);
        });
    }

    private void ended(long which) {
        // a cancelled job may end after its successor has begun
        if (which == serial) {
            running.set(false);
            current = null;
            stage.set("");
            timeLeft.set("");
            fraction.set(-1);
        }
    }

    private String timeLeft(long done, long total) {
        double seconds = (nanoClock.getAsLong() - startedNanos) / 1e9;
        if (done <= 0 || seconds < 0.3) {
            return "";
        }
        double left = seconds / done * (total - done);
        return left < 10 ? String.format("%.1f s left", left) : String.format("%.0f s left", left);
    }

    /** Cancels the job that is shown. */
    public void cancel() {
        if (current != null) {
            current.cancel();
            abandon.run();
        }
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, in words; "" when idle. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Time left in words; "" when it is not known. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Share done, 0 to 1; -1 when it is not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }
}
