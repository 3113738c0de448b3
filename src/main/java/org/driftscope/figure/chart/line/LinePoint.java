package org.driftscope.figure.chart.line;

/**
 * One point of a series.
 *
 * @param x place on the horizontal axis
 * @param y place on the vertical axis
 * @param error half length of the error bar, in y's unit; 0 for none
 * @param from where its stem begins, in y's unit, e.g. the accuracy before; NaN for no stem
 * @param label short text beside the point, e.g. "r = 4"; empty for none
 */
public record LinePoint(double x, double y, double error, double from, String label) {
    public LinePoint {
        if (!(error >= 0)) {
            throw new IllegalArgumentException("The error of point (" + x + ", " + y + ") is " + error);
        }
    }

    /** A point without a stem. */
    public LinePoint(double x, double y, double error, String label) {
        this(x, y, error, Double.NaN, label);
    }

    /** A point without error bar and label. */
    public static LinePoint at(double x, double y) {
        return new LinePoint(x, y, 0, "");
    }
}
