package org.driftscope.network.run;

import org.driftscope.network.ConvGeometry;
import org.driftscope.network.op.array.ArrayPool;
import org.driftscope.network.op.array.Clamp;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gives an analog layer's outputs for its inputs, bias and a folded batch normalisation included. Thread-safe. */
interface LayerProduct extends AutoCloseable {
    /**
     * Of a convolution.
     *
     * @param x [batch, height, width, channels], not modified
     * @param pool where the result's memory comes from
     * @param images numbers of the images
     * @return new array [batch, height, width, outputs]
     */
    INDArray convolution(INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images);

    /** The same, its outputs kept within bounds. */
    default INDArray convolution(
            INDArray x, ConvGeometry geometry, int groups, ArrayPool pool, ImageNumbers images, Clamp clamp) {
        INDArray out = convolution(x, geometry, groups, pool, images);
        clamp.run(out, out);
        return out;
    }

    /**
     * Of a dense layer.
     *
     * @param rows [rows, inputs], not modified
     * @param out receives [rows, outputs]
     * @param pool where temporary memory comes from
     * @param images numbers of the images, whose rows follow each other
     */
    void dense(INDArray rows, INDArray out, ArrayPool pool, ImageNumbers images);

    @Override
    void close();
}
