package org.driftscope.support;

import java.util.concurrent.CancellationException;

/** A flag that asks running work to stop; the work looks at it between batches and layers. Thread-safe. */
public final class CancelToken {
    private volatile boolean cancelled;

    /** Asks the work to stop at its next check. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** @throws CancellationException if {@link #cancel()} was called; never an error to show */
    public void throwIfCancelled() {
        if (cancelled) {
            throw new CancellationException("Cancelled");
        }
    }
}
