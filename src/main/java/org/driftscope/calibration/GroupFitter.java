package org.driftscope.calibration;

/** Fits the low-rank part, and the loss-minimising gain where asked for, of one group of a layer. Thread-safe. */
interface GroupFitter {
    /**
     * The fit of one rank.
     *
     * @param rank 0 to the group's largest rank
     */
    GroupFit fit(int rank);
}
