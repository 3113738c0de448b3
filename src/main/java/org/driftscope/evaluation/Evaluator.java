package org.driftscope.evaluation;

import org.driftscope.data.ImageSource;
import org.driftscope.data.Preprocessing;
import org.driftscope.network.CompiledNetwork;
import org.driftscope.support.CancelToken;
import org.driftscope.support.Progress;

/** STUB signature only: runs a network over an evaluation set, batches in parallel. */
public final class Evaluator implements AutoCloseable {
    /**
     * @param images the evaluation set; must fit the networks given later
     * @param threads worker threads, each running one batch at a time
     */
    public Evaluator(ImageSource images, Preprocessing preprocessing, int threads) {
        throw new UnsupportedOperationException();
    }

    /** @throws org.driftscope.support.IncompatibleShapeException if images and network do not fit */
    public Accuracy evaluate(CompiledNetwork network, Progress progress, CancelToken cancel) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
