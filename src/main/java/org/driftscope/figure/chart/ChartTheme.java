package org.driftscope.figure.chart;

/**
 * How a figure looks: colours and sizes.
 *
 * @param palette colours
 * @param style sizes, in the unit the figure is drawn in
 */
public record ChartTheme(ChartPalette palette, ChartStyle style) {
    public static ChartTheme screen(boolean dark) {
        return new ChartTheme(dark ? ChartPalette.DARK : ChartPalette.LIGHT, ChartStyle.SCREEN);
    }
}
