package org.driftscope.ui.task;

import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/**
 * A computation on a snapshot; runs away from the JavaFX thread and touches nothing of the window.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * @param progress to say how far it is
     * @param cancel to look at between batches and layers
     * @throws Exception shown to the user, except {@link java.util.concurrent.CancellationException}
     */
    T compute(Progress progress, CancelToken cancel) throws Exception;
}
