package org.driftscope.network.run;

import org.driftscope.network.AnalogLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at what enters each analog layer during a forward pass. */
@FunctionalInterface
public interface FeatureTap {
    /**
     * @param layer the layer about to run
     * @param input what enters it, NCHW for Conv, [.., d] otherwise; valid only during the call, not to be modified
     */
    void input(AnalogLayer layer, INDArray input);
}
