/**
 * Arrays of cells to pixels: colour maps, value ranges, viewports, heatmap rasters and histograms, all plain values.
 *
 * <p>Imports: {@code support} (so far nothing).
 */
@NullMarked
package org.driftscope.figure.raster;

import org.jspecify.annotations.NullMarked;
