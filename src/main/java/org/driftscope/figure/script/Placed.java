package org.driftscope.figure.script;

import java.util.List;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.Ticks;

/** Numbers and marks of an axis, for both kinds of source. */
final class Placed {
    /** About as many marks as a chart of one column has. */
    private static final int TICKS = 7;

    private Placed() {}

    static List<Double> ticks(AxisRange range) {
        return Ticks.of(range, TICKS);
    }

    static String tickText(AxisRange range, double tick) {
        // a comma parts the entries of a list there
        return Ticks.text(range.scale(), tick).replace(",", "");
    }

    /** Whether the axis is neither linear nor logarithmic, but log10 of one more. */
    static boolean isShifted(AxisRange range) {
        return range.scale() == AxisScale.COUNTS || range.scale() == AxisScale.TIME;
    }
}
