package org.driftscope.calibration;

import org.driftscope.adapter.Adapter;
import org.jspecify.annotations.Nullable;

/** Fits one layer's adapter. Made by a solver for one layer, kept so that another rank costs little. Thread-safe. */
public interface LayerSolver {
    /**
     * The best adapter of a rank under the solver's rule.
     *
     * @param rank 0 (what stands beside the low-rank part alone) or more; capped at {@link #maxRank()}
     */
    Adapter solve(int rank);

    /** Highest rank that makes sense for the layer: min(rows, cols of a group). */
    int maxRank();

    /**
     * Mean squared feature error per output, {@code (1/o) mean_x ||Wt^T x - (W'^T x + b)||^2} (Dong et al.'s layer-wise
     * loss), of an adapter on this layer; of the drifted layer itself where {@code adapter} is null.
     */
    double error(@Nullable Adapter adapter);
}
