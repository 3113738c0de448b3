package org.driftscope.crossbar;

import org.driftscope.device.ConductanceRange;

/**
 * One cell a weight, {@code gMin + (x + 1)/2 (gMax - gMin)}, read against a reference column at mid-range that all
 * columns of a tile share.
 */
record OffsetColumn(ConductanceRange range) implements Mapping {
    @Override
    public double plusUs(double x) {
        return range.gMinUs() + (x + 1) / 2 * range.spanUs();
    }

    @Override
    public double minusUs(double x) {
        return range.gMinUs() + range.spanUs() / 2;
    }

    @Override
    public double weightPerUs() {
        return 2 / range.spanUs();
    }
}
