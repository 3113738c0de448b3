package org.driftscope.training.pass;

/** Gives the images of each training step. */
@FunctionalInterface
public interface BatchSource {
    /** @param step from 0; the same step always gives the same batch */
    LabelledBatch batch(int step);
}
