package org.driftscope.ui.task;

import java.util.ArrayDeque;
import java.util.Deque;

/** A lane where jobs run one after the other, in the order they came, and none is left out. Used from the JavaFX thread. */
public final class InOrder {
    private final BackgroundRunner runner;
    private final Deque<Job<?>> waiting = new ArrayDeque<>();
    private boolean busy;

    public InOrder(BackgroundRunner runner) {
        this.runner = runner;
    }

    /** Runs the job once those before it have ended. */
    public void submit(Job<?> job) {
        waiting.add(job);
        if (!busy) {
            next();
        }
    }

    private void next() {
        Job<?> job = waiting.poll();
        busy = job != null;
        if (job != null) {
            runner.run(job.andFinally(this::next));
        }
    }
}
