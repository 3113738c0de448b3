package org.driftscope.crossbar;

import org.driftscope.device.ConductanceRange;

/** The cell of the weight's sign holds {@code gMin + |x| (gMax - gMin)}, the other rests at gMin. */
record OneSidedPair(ConductanceRange range) implements Mapping {
    @Override
    public double plusUs(double x) {
        return range.gMinUs() + Math.max(x, 0) * range.spanUs();
    }

    @Override
    public double minusUs(double x) {
        return range.gMinUs() + Math.max(-x, 0) * range.spanUs();
    }

    @Override
    public double weightPerUs() {
        return 1 / range.spanUs();
    }
}
