/**
 * Heatmaps and confusion matrices.
 *
 * <p>Imports: {@code figure.chart}, {@code figure.chart.plot}, {@code figure.raster}.
 */
@NullMarked
package org.driftscope.figure.chart.map;

import org.jspecify.annotations.NullMarked;
