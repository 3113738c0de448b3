package org.driftscope.experiment.sweep;

import org.driftscope.experiment.LayerBytes;
import org.driftscope.network.Network;

/** How many trials may run side by side: each has a chip, statistics and solvers of its own in the heap. */
final class SideBySide {
    /** Of the heap, what is left to the network, what is kept between trials and what a fit has meanwhile. */
    private static final double OTHER_USES = 0.4;

    private SideBySide() {}

    /**
     * As many as there are threads, or as fit the heap where those are fewer; a trial alone still has all threads.
     *
     * @param heapBytes most that the heap may take
     * @return at least 1
     */
    static int trials(Network network, int threads, long heapBytes) {
        long fit = (long) ((1 - OTHER_USES) * heapBytes) / Math.max(1, LayerBytes.ofTrial(network));
        return (int) Math.max(1, Math.min(threads, fit));
    }
}
