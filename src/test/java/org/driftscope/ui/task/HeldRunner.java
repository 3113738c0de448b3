package org.driftscope.ui.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.driftscope.support.CancelToken;

/** Holds jobs until a test lets them finish, one at a time, in the order they came. */
public final class HeldRunner implements BackgroundRunner {
    private record Held(Job<?> job, CancelToken cancel) {}

    private final Deque<Held> jobs = new ArrayDeque<>();

    @Override
    public Cancellable run(Job<?> job) {
        CancelToken cancel = new CancelToken();
        jobs.add(new Held(job, cancel));
        return cancel::cancel;
    }

    /** How many jobs wait. */
    public int held() {
        return jobs.size();
    }

    /** Computes and publishes the oldest job; a cancelled one only says that it was. */
    public void finishNext() {
        Held held = jobs.remove();
        finish(held.job(), held.cancel());
    }

    private static <T> void finish(Job<T> job, CancelToken cancel) {
        if (cancel.isCancelled()) {
            job.cancelled().run();
            return;
        }
        try {
            job.done().accept(job.work().compute(job.progress(), cancel));
        } catch (Exception e) {
            job.failed().accept(e);
        }
    }

    @Override
    public Cancellable later(Duration delay, Runnable action) {
        action.run();
        return () -> {};
    }

    @Override
    public void onWindowThread(Runnable action) {
        action.run();
    }
}
