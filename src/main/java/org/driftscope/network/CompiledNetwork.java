package org.driftscope.network;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * STUB signature only: a network made ready to run with given weights: batch norm folded into the convolution before it,
 * weights laid out as the kernels want them. Thread-safe: several threads may run forward passes at once.
 */
public final class CompiledNetwork implements AutoCloseable {
    /** The network with its own weights. */
    public static CompiledNetwork clean(Network network) {
        return with(network, Map.of());
    }

    /**
     * The network with some layers changed.
     *
     * @param changes by analog layer's name; layers not named keep their own weights
     */
    public static CompiledNetwork with(Network network, Map<String, LayerChange> changes) {
        throw new UnsupportedOperationException();
    }

    public Network network() {
        throw new UnsupportedOperationException();
    }

    /**
     * Class scores of a batch.
     *
     * @param images NCHW float32, not modified
     * @return new array [batch, classes], the caller closes it
     */
    public INDArray forward(INDArray images) {
        throw new UnsupportedOperationException();
    }

    /** As {@link #forward(INDArray)}, showing what enters each analog layer to the tap. */
    public INDArray forward(INDArray images, FeatureTap tap) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
