package org.driftscope.network.op.array;

import java.util.List;

/** What an ONNX operator computes. Stateless. */
@FunctionalInterface
public interface Operator {
    /**
     * Computes the outputs.
     *
     * @return one value an output: new ones, or an input that the call says may be overwritten
     */
    List<Value> apply(Call call);

    /** What an operator's outputs have to do with the memory of its first input. */
    enum Memory {
        /** New memory. */
        OWN,
        /** The outputs look into the first input's memory. */
        SHARED
    }
}
