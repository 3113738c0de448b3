package org.driftscope.network.run;

import java.util.function.Supplier;
import org.driftscope.network.AnalogLayer;
import org.driftscope.network.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at what enters and leaves each analog layer during a forward pass. */
@FunctionalInterface
public interface FeatureTap {
    /**
     * @param layer the layer about to run
     * @param input what enters it, NCHW for Conv, [.., d] otherwise; valid only during the call, not to be modified
     */
    void input(AnalogLayer layer, INDArray input);

    /**
     * @param layer the layer that has run
     * @param output gives what it puts out, before any activation that follows; NCHW for Conv, [.., k] otherwise. Copied
     *     when asked for, and only during the call
     */
    default void output(AnalogLayer layer, Supplier<Tensor> output) {}
}
