package org.driftscope.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tasks of which each is run once, by whoever takes it next, and their results. Thread-safe. */
final class TaskList<T> {
    private final List<? extends Callable<T>> tasks;
    private final CancelToken cancel;
    private final CancelToken siblings = new CancelToken();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch left;
    private final @Nullable Object[] results;
    private @Nullable Throwable failure;

    TaskList(List<? extends Callable<T>> tasks, CancelToken cancel) {
        this.tasks = List.copyOf(tasks);
        this.cancel = cancel;
        this.left = new CountDownLatch(tasks.size());
        this.results = new Object[tasks.size()];
    }

    /** Runs one task, if one is left; returns whether there are more. */
    boolean runNext() {
        int index = next.getAndIncrement();
        if (index >= tasks.size()) {
            return false;
        }
        try {
            cancel.throwIfCancelled();
            siblings.throwIfCancelled();
            results[index] = tasks.get(index).call();
        } catch (Throwable e) {
            siblings.cancel();
            fail(e);
        } finally {
            left.countDown();
        }
        return next.get() < tasks.size();
    }

    /** Runs all that are left on this thread. */
    void runHere() {
        while (runNext()) {}
    }

    /** Gives up what has not been started. */
    void abandon() {
        siblings.cancel();
        runHere();
    }

    /** Waits for all, interrupted or not, so that a caller may close what the tasks use, and only then throws. */
    List<T> await() {
        boolean interrupted = false;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                siblings.cancel();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        cancel.throwIfCancelled();
        throwFailure();
        if (interrupted) {
            throw new CancellationException("Interrupted");
        }
        return results();
    }

    @SuppressWarnings("unchecked") // runNext puts in nothing else; a task may give null, as Callable<Void> does
    private List<T> results() {
        return new ArrayList<>((List<T>) Arrays.asList(results));
    }

    /** Keeps the first failure that is not merely a consequence of another. */
    private synchronized void fail(Throwable next) {
        if (failure == null || failure instanceof CancellationException) {
            failure = next;
        }
    }

    private synchronized void throwFailure() {
        if (failure == null) {
            return;
        }
        if (failure instanceof DriftscopeException told) {
            throw told;
        }
        Optional<DriftscopeException> shortage = MemoryShortage.in(failure);
        if (shortage.isPresent()) {
            throw shortage.get();
        }
        throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
