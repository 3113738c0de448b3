/**
 * What charts are built of: axes, ticks, the frame, the legend and the room for labels.
 *
 * <p>Imports: {@code figure.chart}.
 */
@NullMarked
package org.driftscope.figure.chart.plot;

import org.jspecify.annotations.NullMarked;
