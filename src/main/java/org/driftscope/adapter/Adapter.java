package org.driftscope.adapter;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.network.LayerChange;

/**
 * A digital correction beside one drifted layer. It holds what was fitted, never the RRAM's weights, which it does not
 * change.
 */
public sealed interface Adapter permits LowRankAdapter, SparseAdapter, TileScaleAdapter, VectorAdapter {
    /** The analog layer it belongs to. */
    String layer();

    /** Rank of the low-rank part; 0 where there is none. */
    int rank();

    /** Number of parameters held in SRAM. */
    long parameters();

    /** Bits beside the parameters' own that say where they belong; 0 where the layout is fixed. */
    default long indexBits() {
        return 0;
    }

    /**
     * Bits of SRAM that hold it, those included that say where parameters belong and what they are multiples of.
     *
     * @param word bits of a parameter that nothing makes narrower
     */
    default double sramBits(double word) {
        return parameters() * word + indexBits();
    }

    /**
     * What the layer computes with: drifted weights and correction together.
     *
     * @param drifted effective weights read through the crossbar, [rows, cols]; not modified
     * @return new weights [rows, cols] and the bias to add
     * @throws org.driftscope.support.IncompatibleShapeException if the layer has another shape
     */
    LayerChange apply(WeightMatrix drifted);

    /**
     * As {@link #apply}, of a correction that is kept while the weights have gone on drifting: nothing in it is measured anew.
     *
     * @param fitted effective weights it was fitted for, [rows, cols]
     * @param now effective weights of the present
     */
    default LayerChange keep(WeightMatrix fitted, WeightMatrix now) {
        return apply(now);
    }
}
