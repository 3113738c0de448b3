/**
 * Charts as immutable values, drawn by one code path on any {@link java.awt.Graphics2D}: screen, PNG, SVG, PDF.
 *
 * <p>Imports: {@code figure.raster}, {@code support}. No JavaFX.
 */
@NullMarked
package org.driftscope.figure.chart;

import org.jspecify.annotations.NullMarked;
