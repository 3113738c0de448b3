package org.driftscope.figure.chart.plot;

import java.util.stream.DoubleStream;

/**
 * The visible part of an axis, in the positions of its scale (log10 on a log axis).
 *
 * @param scale how values are spread
 * @param from position of the axis' start
 * @param to position of its end, above {@code from}
 */
public record AxisRange(AxisScale scale, double from, double to) {
    private static final double MARGIN = 0.06;

    /** The range that shows the values with a small margin, inside the axis' bounds. */
    public static AxisRange around(AxisSpec axis, DoubleStream values) {
        double[] positions =
                values.map(axis.scale()::forward).filter(Double::isFinite).toArray();
        if (positions.length == 0) {
            return empty(axis);
        }
        double min = DoubleStream.of(positions).min().orElseThrow();
        double max = DoubleStream.of(positions).max().orElseThrow();
        double margin = Math.max((max - min) * MARGIN, (axis.smallestSpan() - (max - min)) / 2);
        return inside(axis, min - margin, max + margin);
    }

    private static AxisRange inside(AxisSpec axis, double from, double to) {
        double low = axis.scale().forward(axis.lowest());
        double high = axis.scale().forward(axis.highest());
        double start = from < low ? low : from;
        double end = to > high ? high : to;
        double missing = axis.smallestSpan() * 0.999 - (end - start);
        if (missing > 0) {
            start = from < low ? start : start - missing;
            end = from < low ? end + missing : end;
        }
        return new AxisRange(axis.scale(), start, end);
    }

    /** On a linear axis. */
    public static AxisRange linear(double from, double to) {
        return new AxisRange(AxisScale.LINEAR, from, to);
    }

    /** What an axis without values shows: its bounds, or one unit. */
    private static AxisRange empty(AxisSpec axis) {
        boolean bounded = Double.isFinite(axis.scale().forward(axis.lowest())) && Double.isFinite(axis.highest());
        if (bounded) {
            return new AxisRange(
                    axis.scale(),
                    axis.scale().forward(axis.lowest()),
                    axis.scale().forward(axis.highest()));
        }
        return new AxisRange(
                axis.scale(), axis.scale() == AxisScale.LOG ? -1 : 0, axis.scale() == AxisScale.LOG ? 2 : 1);
    }

    /** Where a value lies: 0 at the start, 1 at the end; NaN where it has no place. */
    public double fraction(double value) {
        return (scale.forward(value) - from) / (to - from);
    }

    /** The value at its start. */
    public double start() {
        return scale.backward(from);
    }

    /** The value at its end. */
    public double end() {
        return scale.backward(to);
    }
}
