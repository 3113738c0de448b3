package org.driftscope.figure.raster;

/**
 * How values become colours.
 *
 * @param map colours
 * @param range values of the first and the last colour; values beyond take the end's colour
 * @param reduction what a pixel shows that covers several cells
 */
public record HeatmapStyle(ColorMap map, ValueRange range, Reduction reduction) {}
