package org.driftscope.figure.chart.plot;

/**
 * What an axis shows; the visible range follows from the values.
 *
 * @param title quantity with unit, e.g. "Top-1 accuracy (%)"
 * @param scale how values are spread
 * @param lowest the range never reaches below this, e.g. 0 for a share; negative infinity for no bound
 * @param highest the range never reaches above this; infinity for no bound
 * @param smallestSpan a narrower range is widened to this (a difference on a linear axis, decades on a log axis)
 */
public record AxisSpec(String title, AxisScale scale, double lowest, double highest, double smallestSpan) {
    public AxisSpec {
        if (!(lowest < highest) || !(smallestSpan > 0)) {
            throw new IllegalArgumentException(
                    "Axis " + title + " has bounds " + lowest + " to " + highest + " and span " + smallestSpan);
        }
    }

    /** An axis without bounds. */
    public static AxisSpec linear(String title) {
        return new AxisSpec(title, AxisScale.LINEAR, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1e-9);
    }

    /** A logarithmic axis that shows at least one decade. */
    public static AxisSpec log(String title) {
        return new AxisSpec(title, AxisScale.LOG, 0, Double.POSITIVE_INFINITY, 1);
    }

    /** An axis of times in seconds, from at once on, that shows at least an order of magnitude. */
    public static AxisSpec time(String title) {
        return new AxisSpec(title, AxisScale.TIME, 0, Double.POSITIVE_INFINITY, 1);
    }

    /** A linear axis in percent, 0 to 100, that shows at least 10 points. */
    public static AxisSpec percent(String title) {
        return new AxisSpec(title, AxisScale.LINEAR, 0, 100, 10);
    }
}
