package org.driftscope.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A fixed crew of named daemon threads that runs lists of tasks; results come back in the order of the tasks. */
public final class Workers implements AutoCloseable {
    private final ExecutorService executor;

    /**
     * @param name of the threads, for logs
     * @param threads how many, at least 1
     */
    public Workers(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Runs all tasks and waits for them.
     *
     * @param tasks run in any order; one that fails stops those not yet started
     * @param cancel looked at before each task
     * @return the results in the order of {@code tasks}
     * @throws CancellationException if cancelled
     */
    public <T> List<T> runAll(List<? extends Callable<T>> tasks, CancelToken cancel) {
        CancelToken siblings = new CancelToken();
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> task : tasks) {
            futures.add(executor.submit(() -> {
                cancel.throwIfCancelled();
                siblings.throwIfCancelled();
                return task.call();
            }));
        }
        List<T> results = new ArrayList<>();
        @Nullable RuntimeException failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                siblings.cancel();
                failure = moreTelling(failure, e.getCause());
            } catch (InterruptedException e) {
                siblings.cancel();
                Thread.currentThread().interrupt();
                failure = new CancellationException("Interrupted");
            }
        }
        cancel.throwIfCancelled();
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    /** The first failure that is not merely a consequence of another. */
    private static RuntimeException moreTelling(@Nullable RuntimeException known, @Nullable Throwable next) {
        if (known != null && !(known instanceof CancellationException)) {
            return known;
        }
        if (next instanceof RuntimeException runtime) {
            return runtime;
        }
        if (next instanceof OutOfMemoryError) {
            return new DriftscopeException("There is not enough memory for this. Use fewer images or threads.", next);
        }
        return new IllegalStateException(next);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
