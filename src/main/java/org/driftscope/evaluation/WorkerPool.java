package org.driftscope.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.driftscope.support.CancelToken;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/** A few daemon threads that share out numbered pieces of work. Thread-safe. */
final class WorkerPool implements AutoCloseable {
    private final int threads;
    private final ExecutorService executor;

    WorkerPool(String name, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
        this.threads = threads;
        this.executor = Executors.newFixedThreadPool(threads, factory(name));
    }

    /**
     * Runs {@code task} for 0 to {@code count - 1}, in any order, and waits until nothing of it runs any more. The first
     * failure stops the rest and is thrown.
     *
     * @throws CancellationException if the token was cancelled or this thread interrupted
     */
    void forEach(int count, CancelToken cancel, IntConsumer task) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            running.add(executor.submit(() -> work(next, count, stop, cancel, task)));
        }
        await(running, stop);
        cancel.throwIfCancelled();
    }

    private static void work(AtomicInteger next, int count, AtomicBoolean stop, CancelToken cancel, IntConsumer task) {
        boolean done = false;
        try {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                if (stop.get() || cancel.isCancelled()) {
                    return;
                }
                task.accept(i);
            }
            done = true;
        } finally {
            if (!done) {
                stop.set(true);
            }
        }
    }

    /** Waits for all, so that a caller may close what the workers use, and only then throws. */
    private static void await(List<Future<?>> running, AtomicBoolean stop) {
        Throwable failure = null;
        boolean interrupted = false;
        for (Future<?> worker : running) {
            while (true) {
                try {
                    worker.get();
                    break;
                } catch (ExecutionException e) {
                    failure = failure == null ? e.getCause() : failure;
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.set(true);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
        rethrow(failure);
    }

    private static void rethrow(@org.jspecify.annotations.Nullable Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /** One native thread each: parallel batches gain more than parallel operations, and results stay bitwise equal. */
    private static ThreadFactory factory(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(
                    () -> {
                        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
                        try {
                            work.run();
                        } finally {
                            Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
                        }
                    },
                    name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
