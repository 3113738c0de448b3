package org.driftscope.network;

import org.jspecify.annotations.Nullable;

/**
 * A layer that sits on crossbars: a Conv, Gemm, or MatMul with a constant right operand.
 *
 * @param name unique, from the weight's name without ".weight" where it says something, else the node's name
 * @param nodeIndex its place in {@link Network#nodes()}
 * @param op "Conv", "Gemm" or "MatMul"
 * @param rows wordlines d: inputs of one group, (Cin/groups) * kh * kw
 * @param cols bitlines o: outputs of all groups
 * @param groups 1 but for grouped convolutions: columns [k*cols/groups, (k+1)*cols/groups) see the k-th group's inputs
 * @param geometry kernel, strides, padding; null for Gemm and MatMul
 * @param inputValue name of the value that enters
 * @param weightValue name of the weight constant
 * @param biasValue name of the bias constant, or "" if none
 */
public record AnalogLayer(
        String name,
        int nodeIndex,
        String op,
        int rows,
        int cols,
        int groups,
        @Nullable ConvGeometry geometry,
        String inputValue,
        String weightValue,
        String biasValue) {
    /** Number of weights on the crossbar. */
    public long weights() {
        return (long) rows * cols;
    }

    /** Weights and bias. */
    public long parameters() {
        return weights() + (biasValue.isEmpty() ? 0 : cols);
    }
}
