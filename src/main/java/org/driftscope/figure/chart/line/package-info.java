/**
 * Lines and points against two axes, each with a label that lies nearest to its own.
 *
 * <p>Imports: {@code figure.chart}, {@code figure.chart.plot}.
 */
@NullMarked
package org.driftscope.figure.chart.line;

import org.jspecify.annotations.NullMarked;
