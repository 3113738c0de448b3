package org.driftscope.figure.chart;

/**
 * Sizes in a figure, in points at final size (logical pixels on a screen).
 *
 * @param textSize axis titles and labels of series
 * @param tickSize tick labels and notes
 * @param lineWidth lines of series
 * @param hairline grid, error bars, outlines
 * @param markerSize width of a point
 */
public record ChartStyle(double textSize, double tickSize, double lineWidth, double hairline, double markerSize) {
    public static final ChartStyle SCREEN = new ChartStyle(12, 11, 1.8, 1, 8);
    /** One column of a paper: 85 mm wide. */
    public static final ChartStyle ONE_COLUMN = new ChartStyle(7.5, 7, 1, 0.5, 4.5);
    /** The full width of a two-column paper: 180 mm. */
    public static final ChartStyle TWO_COLUMN = new ChartStyle(8.5, 8, 1.2, 0.5, 5);

    public static final ChartStyle SLIDE = new ChartStyle(18, 16, 2.5, 1, 11);

    public ChartStyle {
        if (!(textSize > 0 && tickSize > 0 && lineWidth > 0 && hairline > 0 && markerSize > 0)) {
            throw new IllegalArgumentException("Sizes must be above 0: text " + textSize + ", ticks " + tickSize
                    + ", line " + lineWidth + ", hairline " + hairline + ", marker " + markerSize);
        }
    }

    /** The same proportions, larger or smaller. */
    public ChartStyle scaled(double factor) {
        return new ChartStyle(
                textSize * factor, tickSize * factor, lineWidth * factor, hairline * factor, markerSize * factor);
    }

    /** The usual distance between things that belong together. */
    public double gap() {
        return textSize * 0.5;
    }
}
