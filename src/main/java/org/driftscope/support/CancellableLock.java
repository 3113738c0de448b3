package org.driftscope.support;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A lock whose waiters give up when their work is cancelled. Reentrant. */
public final class CancellableLock {
    static final long CHECK_MS = 50;

    private final ReentrantLock lock = new ReentrantLock();

    /**
     * Waits until the lock is free; {@link #leave()} gives it back.
     *
     * @throws CancellationException if the token is cancelled, or the thread interrupted, before that
     */
    public void enter(CancelToken cancel) {
        try {
            while (!lock.tryLock(CHECK_MS, TimeUnit.MILLISECONDS)) {
                cancel.throwIfCancelled();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted");
        }
    }

    public void leave() {
        lock.unlock();
    }
}
