package org.driftscope.training.gradient;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One operator as it ran.
 *
 * @param output what it gave; may be a view of an input
 * @param backward how a gradient passes through it
 */
public record Recorded(INDArray output, Backward backward) {
    /** The reverse of one run. */
    @FunctionalInterface
    public interface Backward {
        /**
         * @param gradient of the loss with respect to the output; not modified
         * @param inputs receives the gradients of the inputs that are wanted
         */
        void pass(INDArray gradient, InputGradients inputs);
    }
}
