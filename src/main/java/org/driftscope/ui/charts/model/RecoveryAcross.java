package org.driftscope.ui.charts.model;

import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;

/** What the recovery chart shows across: the size of a correction. */
public enum RecoveryAcross {
    /** Numbers that were set, whatever each takes. */
    PARAMETERS("Parameters updated", "Parameters updated (%)") {
        @Override
        public double of(RecoveryPoint point) {
            return point.percent();
        }
    },
    /** What holds them, with indices and scales. */
    SRAM_BITS("SRAM bits", "SRAM (1,000 bits)") {
        @Override
        public double of(RecoveryPoint point) {
            return point.sramBits() > 0 ? point.sramBits() / 1_000.0 : Double.NaN;
        }
    };

    private static final double LEAST_DECADES = 1.5;

    private final String label;
    private final String title;

    RecoveryAcross(String label, String title) {
        this.label = label;
        this.title = title;
    }

    public AxisSpec spec() {
        return new AxisSpec(title, AxisScale.LOG, 0, Double.POSITIVE_INFINITY, LEAST_DECADES);
    }

    /** NaN where the point has no place on the axis. */
    public abstract double of(RecoveryPoint point);

    /** The one of that name, {@link #PARAMETERS} for any other text. */
    public static RecoveryAcross named(String name) {
        return SRAM_BITS.name().equals(name) ? SRAM_BITS : PARAMETERS;
    }

    @Override
    public String toString() {
        return label;
    }
}
