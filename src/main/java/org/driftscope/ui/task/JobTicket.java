package org.driftscope.ui.task;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.driftscope.support.Progress;
import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One job as the status bar shows it, from waiting to over: its stage, how far it is, the time left, and its
 * cancellation. A cancelled job is over for the window at once, though its worker may still finish a batch of native
 * code, of which nothing is heard.
 */
public final class JobTicket {
    private static final double SHORTEST_PACE = 0.3;
    private static final double TENTHS_BELOW = 10;
    private static final int MINUTE = 60;

    private final String title;
    /** Let go once it is over: whoever remembers the ticket must not keep what the job worked on. */
    private @Nullable Job<?> job;

    private final PartsLeft parts;
    private final LongSupplier nanoClock;
    private final Consumer<JobTicket> whenOver;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper(this, "stage", "");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper(this, "timeLeft", "");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction", -1);
    private @Nullable Cancellable started;
    private boolean over;
    private long startedNanos;
    private long stageNanos;
    private long stageDone;

    JobTicket(Job<?> job, LongSupplier nanoClock, Consumer<JobTicket> whenOver) {
        this.title = job.title();
        this.job = job;
        this.parts = new PartsLeft(job.parts());
        this.nanoClock = nanoClock;
        this.whenOver = whenOver;
        stage.set(title);
    }

    void start(BackgroundRunner runner) {
        if (job == null) {
            return;
        }
        startedNanos = nanoClock.getAsLong();
        stageNanos = startedNanos;
        running.set(true);
        Cancellable now = runner.run(watched(job));
        // an immediate runner is done by now
        started = over ? null : now;
    }

    private <T> Job<T> watched(Job<T> watched) {
        return new Job<>(
                watched.title(),
                watched.work(),
                result -> once(() -> watched.done().accept(result)),
                () -> once(watched.cancelled()),
                error -> once(() -> watched.failed().accept(error)),
                (name, done, total) -> follow(watched.progress(), name, done, total),
                watched.unwanted(),
                watched.parts());
    }

    /** Lets one end of the job through. */
    private void once(Runnable end) {
        if (over) {
            return;
        }
        over = true;
        job = null;
        try {
            end.run();
        } finally {
            running.set(false);
            whenOver.accept(this);
        }
    }

    private void follow(Progress listener, String name, long done, long total) {
        if (over) {
            return;
        }
        double share = (double) done / total;
        if (share < fraction.get()) {
            // another stage began: the pace of the one before says nothing of it
            stageNanos = nanoClock.getAsLong();
            stageDone = done;
        }
        stage.set(name);
        fraction.set(share);
        double seconds = parts.isOne()
                ? stageLeft(done, total)
                : parts.after(share, (nanoClock.getAsLong() - startedNanos) / 1e9);
        timeLeft.set(Double.isNaN(seconds) ? "" : inWords(seconds) + " left");
        listener.report(name, done, total);
    }

    /** Seconds at the pace of the stage; NaN where it has none yet. */
    private double stageLeft(long done, long total) {
        double seconds = (nanoClock.getAsLong() - stageNanos) / 1e9;
        long more = done - stageDone;
        return more <= 0 || seconds < SHORTEST_PACE ? Double.NaN : seconds / more * (total - done);
    }

    /** A time in words, e.g. "3.4 s", "42 s" or "2:10 min". */
    public static String inWords(double seconds) {
        if (seconds < TENTHS_BELOW) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return seconds < MINUTE
                ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%d:%02d min", (long) seconds / MINUTE, (long) seconds % MINUTE);
    }

    /** Stops it, or takes it out of the queue. */
    public void cancel() {
        if (started != null) {
            started.cancel();
        }
        if (job != null) {
            once(job.cancelled());
        }
    }

    /** What it does, e.g. "Sweeping ranks". */
    public String title() {
        return title;
    }

    /** How long it has run, as a sentence, e.g. "Sweeping ranks has been running for 2:10 min.". */
    public String sentence() {
        return running.get()
                ? title() + " has been running for " + inWords((nanoClock.getAsLong() - startedNanos) / 1e9) + "."
                : title() + " is waiting.";
    }

    /** False while it waits for others. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being done, in words. */
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
