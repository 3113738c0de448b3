package org.driftscope.ui.task;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * The runner of the real window: daemon threads for the work, {@link Platform#runLater} for what comes back. Where the
 * process is ended from outside, its work is cancelled first: native code that still ran while the numerical library is
 * torn down would crash.
 */
public final class FxBackgroundRunner implements BackgroundRunner, AutoCloseable {
    /** Native code takes no interrupts: a batch must end before the process may. */
    private static final long PATIENCE_SECONDS = 5;

    private final AtomicInteger threads = new AtomicInteger();
    private final Set<CancelToken> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(this::daemon);
    private final Thread atShutdown = new Thread(this::finish, "driftscope-jobs-at-shutdown");
    private volatile boolean closed;

    public FxBackgroundRunner() {
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "driftscope-job-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Cancellable run(Job<?> job) {
        if (closed) {
            job.cancelled().run();
            return () -> {};
        }
        CancelToken cancel = new CancelToken();
        running.add(cancel);
        try {
            workers.execute(() -> compute(job, cancel));
        } catch (RejectedExecutionException e) {
            // the process began to end a moment ago
            running.remove(cancel);
            job.cancelled().run();
        }
        return cancel::cancel;
    }

    private <T> void compute(Job<T> job, CancelToken cancel) {
        try {
            T result = job.work().compute(new NewestProgress(job.progress(), cancel), cancel);
            if (cancel.isCancelled() || closed) {
                job.unwanted().accept(result);
                Platform.runLater(job.cancelled());
                return;
            }
            Platform.runLater(() -> publish(job, cancel, result));
        } catch (CancellationException e) {
            Platform.runLater(job.cancelled());
        } catch (Throwable e) {
            Platform.runLater(() -> end(job, cancel, () -> job.failed().accept(e)));
        } finally {
            running.remove(cancel);
        }
    }

    /** Disposes of a result that was called off while it was on its way; off this thread, since closing may wait. */
    private <T> void publish(Job<T> job, CancelToken cancel, T result) {
        if (cancel.isCancelled() || closed) {
            new Thread(() -> job.unwanted().accept(result), "driftscope-unwanted").start();
        }
        end(job, cancel, () -> job.done().accept(result));
    }

    private void end(Job<?> job, CancelToken cancel, Runnable publish) {
        if (cancel.isCancelled() || closed) {
            job.cancelled().run();
        } else {
            publish.run();
        }
    }

    @Override
    public Cancellable later(Duration delay, Runnable action) {
        PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(delay.toMillis()));
        // who keeps the handle to call it off must not keep the action, and with it a network that was closed
        pause.setOnFinished(event -> {
            pause.setOnFinished(null);
            action.run();
        });
        pause.play();
        return () -> {
            pause.setOnFinished(null);
            pause.stop();
        };
    }

    @Override
    public void onWindowThread(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Takes no more jobs, cancels those that run and waits for them; they publish nothing any more. */
    @Override
    public void close() {
        finish();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException e) {
            // the process is ending already, and the hook has nothing left to do
        }
    }

    private void finish() {
        closed = true;
        running.forEach(CancelToken::cancel);
        workers.shutdown();
        try {
            workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps only the newest report until the JavaFX thread gets to it, so that fast work cannot flood the window. */
    private static final class NewestProgress implements Progress {
        private record Report(String stage, long done, long total) {}

        private final AtomicReference<Report> waiting = new AtomicReference<>();
        private final Progress listener;
        private final CancelToken cancel;

        NewestProgress(Progress listener, CancelToken cancel) {
            this.listener = listener;
            this.cancel = cancel;
        }

        @Override
        public void report(String stage, long done, long total) {
            if (waiting.getAndSet(new Report(stage, done, total)) == null) {
                Platform.runLater(this::deliver);
            }
        }

        private void deliver() {
            Report report = waiting.getAndSet(null);
            if (report != null && !cancel.isCancelled()) {
                listener.report(report.stage(), report.done(), report.total());
            }
        }
    }
}
