package org.driftscope.crossbar;

import org.driftscope.device.ConductanceRange;

/** Both cells move about the middle of the range, {@code (gMin + gMax)/2 ± x (gMax - gMin)/2}; their sum is constant. */
record ConstantSumPair(ConductanceRange range) implements Mapping {
    @Override
    public double plusUs(double x) {
        return range.gMinUs() + (1 + x) / 2 * range.spanUs();
    }

    @Override
    public double minusUs(double x) {
        return range.gMinUs() + (1 - x) / 2 * range.spanUs();
    }

    @Override
    public double weightPerUs() {
        return 1 / range.spanUs();
    }
}
