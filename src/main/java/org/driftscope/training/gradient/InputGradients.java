package org.driftscope.training.gradient;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Takes the gradients of one node's inputs. */
public interface InputGradients {
    /** Whether anyone needs the gradient of that input. */
    boolean wanted(int input);

    /**
     * Hands over a gradient.
     *
     * @param gradient of the input's shape; not modified afterwards by either side
     */
    void add(int input, INDArray gradient);
}
