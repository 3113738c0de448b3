package org.driftscope.support;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed crew of named daemon threads that runs lists of tasks; results come back in the order of the tasks.
 *
 * <p>Lists that run at once take turns task by task, so a short list does not wait behind a long one. A list that one of
 * the crew hands in runs on that thread: nested lists neither deadlock nor add threads.
 */
public final class Workers implements AutoCloseable {
    private final ExecutorService executor;
    private final int threads;
    private volatile boolean closed;

    /**
     * @param name of the threads, for logs
     * @param threads how many, at least 1
     */
    public Workers(String name, int threads) {
        AtomicInteger number = new AtomicInteger();
        this.threads = threads;
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Member(this, task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** One of the crew. */
    private static final class Member extends Thread {
        private final Workers crew;

        Member(Workers crew, Runnable task, String name) {
            super(task, name);
            this.crew = crew;
        }
    }

    /** Number of threads. */
    public int threads() {
        return threads;
    }

    /**
     * Runs all tasks and waits for them.
     *
     * @param tasks run in any order; one that fails stops those not yet started
     * @param cancel looked at before each task
     * @return the results in the order of {@code tasks}
     * @throws CancellationException if cancelled, or if the crew is sent home meanwhile
     */
    public <T> List<T> runAll(List<? extends Callable<T>> tasks, CancelToken cancel) {
        TaskList<T> list = new TaskList<>(tasks, cancel);
        if (Thread.currentThread() instanceof Member member && member.crew == this) {
            list.runHere();
        } else {
            for (int i = 0; i < Math.min(threads, tasks.size()); i++) {
                submit(list);
            }
        }
        return list.await();
    }

    /** One turn of a list; hands the list in again while it has more. */
    private void turn(TaskList<?> list) {
        if (closed) {
            list.abandon();
        } else if (list.runNext()) {
            submit(list);
        }
    }

    private void submit(TaskList<?> list) {
        try {
            executor.execute(() -> turn(list));
        } catch (RejectedExecutionException e) {
            list.abandon();
        }
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdownNow().forEach(Runnable::run);
    }
}
