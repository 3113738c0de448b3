package org.driftscope.training;

/** A rule that moves parameters against their gradient; keeps its own memory of earlier steps. Not thread-safe. */
public interface Optimizer {
    /**
     * Makes one step.
     *
     * @param values parameters, changed in place
     * @param gradient of the loss, same length; not modified
     * @param learningRate size of the step
     */
    void stepInPlace(float[] values, float[] gradient, double learningRate);
}
