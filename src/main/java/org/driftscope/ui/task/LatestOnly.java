package org.driftscope.ui.task;

import org.driftscope.ui.task.BackgroundRunner.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * A lane with room for one running and one waiting job: a newer job takes the place of the waiting one. Used from the
 * JavaFX thread.
 *
 * <p>Two kinds. {@link #cancelling} also cancels the running job, right for long work whose result would be stale.
 * {@link #finishing} lets it end and publish, right for short work such as pictures: if a slider that never rests
 * cancelled each of them, none would ever be seen.
 */
public final class LatestOnly {
    private final BackgroundRunner runner;
    private final boolean cancelsRunning;
    private @Nullable Cancellable running;
    private @Nullable Job<?> waiting;
    private boolean busy;

    private LatestOnly(BackgroundRunner runner, boolean cancelsRunning) {
        this.runner = runner;
        this.cancelsRunning = cancelsRunning;
    }

    /** A lane whose newer job cancels the running one. */
    public static LatestOnly cancelling(BackgroundRunner runner) {
        return new LatestOnly(runner, true);
    }

    /** A lane whose running job always ends first. */
    public static LatestOnly finishing(BackgroundRunner runner) {
        return new LatestOnly(runner, false);
    }

    /** Runs the job as soon as the lane is free, unless a newer one comes first. */
    public void submit(Job<?> job) {
        if (busy) {
            waiting = job;
            if (cancelsRunning && running != null) {
                running.cancel();
            }
        } else {
            start(job);
        }
    }

    /** Cancels the running job and forgets the waiting one. */
    public void cancel() {
        waiting = null;
        if (running != null) {
            running.cancel();
        }
    }

    public boolean isBusy() {
        return busy;
    }

    /** Whether another job starts when the running one ends. */
    public boolean hasWaiting() {
        return waiting != null;
    }

    private void start(Job<?> job) {
        busy = true;
        Cancellable started = runner.run(job.andFinally(this::next));
        // an immediate runner is done by now
        running = busy ? started : null;
    }

    private void next() {
        busy = false;
        running = null;
        Job<?> job = waiting;
        waiting = null;
        if (job != null) {
            start(job);
        }
    }
}
