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
        return collect(futures, siblings, cancel);
    }

    /** Waits for all, interrupted or not, so that a caller may close what the tasks use, and only then throws. */
    private static <T> List<T> collect(List<Future<T>> futures, CancelToken siblings, CancelToken cancel) {
        List<T> results = new ArrayList<>();
        @Nullable RuntimeException failure = null;
        boolean interrupted = false;
        for (int i = 0; i < futures.size(); ) {
            try {
                results.add(futures.get(i).get());
                i++;
            } catch (ExecutionException e) {
                siblings.cancel();
                failure = moreTelling(failure, e.getCause());
                i++;
            } catch (InterruptedException e) {
                siblings.cancel();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        cancel.throwIfCancelled();
        if (failure == null && interrupted) {
            failure = new CancellationException("Interrupted");
        }
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
