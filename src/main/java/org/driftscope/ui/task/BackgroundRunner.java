package org.driftscope.ui.task;

import java.time.Duration;

/** Runs jobs away from the JavaFX thread. Its methods are called on the JavaFX thread. */
public interface BackgroundRunner {
    /**
     * Starts a job.
     *
     * @return to cancel it; a cancelled job publishes nothing, even if its work had just ended
     */
    Cancellable run(Job<?> job);

    /**
     * Runs an action on the JavaFX thread after a while.
     *
     * @return to call it off
     */
    Cancellable later(Duration delay, Runnable action);

    /** Runs an action on the JavaFX thread; may be called from any thread. */
    void onWindowThread(Runnable action);

    /** Something that can be called off; calling it off twice does nothing more. */
    @FunctionalInterface
    interface Cancellable {
        void cancel();
    }
}
