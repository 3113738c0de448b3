package org.driftscope.device.measured;

/** Equal steps of conductance that cells are sorted into by where they began. */
record TargetBins(double lowUs, double highUs, int count) {
    /** The bin of a conductance between low and high. */
    int of(double gUs) {
        if (highUs == lowUs) {
            return 0;
        }
        return Math.max(0, Math.min(count - 1, (int) ((gUs - lowUs) / (highUs - lowUs) * count)));
    }
}
