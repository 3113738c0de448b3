/**
 * Figures and their numbers as files: SVG, PDF, EPS, PNG, CSV, LaTeX.
 *
 * <p>Imports: {@code figure.chart}, {@code support}. No JavaFX.
 */
@NullMarked
package org.driftscope.figure.export;

import org.jspecify.annotations.NullMarked;
