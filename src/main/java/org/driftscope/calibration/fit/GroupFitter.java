package org.driftscope.calibration.fit;

import org.driftscope.support.CancelToken;

/** Fits the low-rank part, and the loss-minimising gain where asked for, of one group of a layer. Thread-safe. */
public interface GroupFitter {
    /**
     * The fit of one rank.
     *
     * @param rank 0 to the group's largest rank
     * @param cancel looked at before every step where there are many
     */
    GroupFit fit(int rank, CancelToken cancel);
}
