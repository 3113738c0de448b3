package org.driftscope.ui.task;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.driftscope.support.CancelToken;

/** Runs every job at once, on the caller's thread: view models are tested with it, without a toolkit. */
public final class ImmediateRunner implements BackgroundRunner {
    @Override
    public Cancellable run(Job<?> job) {
        CancelToken cancel = new CancelToken();
        compute(job, cancel);
        return cancel::cancel;
    }

    private static <T> void compute(Job<T> job, CancelToken cancel) {
        T result;
        try {
            result = job.work().compute(job.progress(), cancel);
        } catch (CancellationException e) {
            job.cancelled().run();
            return;
        } catch (Exception e) {
            job.failed().accept(e);
            return;
        }
        job.done().accept(result);
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
