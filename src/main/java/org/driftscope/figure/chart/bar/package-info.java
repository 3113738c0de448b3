/**
 * Bars and histograms.
 *
 * <p>Imports: {@code figure.chart}, {@code figure.chart.plot}.
 */
@NullMarked
package org.driftscope.figure.chart.bar;

import org.jspecify.annotations.NullMarked;
