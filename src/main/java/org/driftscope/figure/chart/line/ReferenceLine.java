package org.driftscope.figure.chart.line;

import org.driftscope.figure.chart.SeriesTint;

/**
 * A dashed line across the plot.
 *
 * @param label what it stands for, e.g. "clean 91.6"
 * @param y where it lies
 * @param tint colour
 */
public record ReferenceLine(String label, double y, SeriesTint tint) {}
