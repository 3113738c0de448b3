package org.driftscope.calibration;

import org.driftscope.adapter.Adapter;
import org.driftscope.support.CancelToken;
import org.jspecify.annotations.Nullable;

/** Fits one layer's adapter. Made by a solver for one layer, kept so that another rank costs little. Thread-safe. */
public interface LayerSolver {
    /**
     * The best adapter of a rank under the solver's rule.
     *
     * @param rank 0 (what stands beside the low-rank part alone) or more; capped at {@link #maxRank()}
     * @param cancel looked at between steps
     * @throws java.util.concurrent.CancellationException if cancelled; the solver can be used again
     */
    Adapter solve(int rank, CancelToken cancel);

    /** As {@link #solve(int, CancelToken)}, not to be cancelled. */
    default Adapter solve(int rank) {
        return solve(rank, new CancelToken());
    }

    /** Highest rank that makes sense for the layer: min(rows, cols of a group). */
    int maxRank();

    /**
     * Mean squared feature error per output, {@code (1/o) mean_x ||Wt^T x - (W'^T x + b)||^2} (Dong et al.'s layer-wise
     * loss), of an adapter on this layer; of the drifted layer itself where {@code adapter} is null.
     */
    double error(@Nullable Adapter adapter);

    /** Variance of the clean layer's outputs, per output: what an error is to be measured against. */
    double outputVariance();
}
