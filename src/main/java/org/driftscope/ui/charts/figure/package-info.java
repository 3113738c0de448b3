/**
 * The figures of the chart panel, drawn from its model for the window and for export alike.
 *
 * <p>Imports: {@code ui.charts.model}, {@code figure}, {@code report}, {@code cost}.
 */
@NullMarked
package org.driftscope.ui.charts.figure;

import org.jspecify.annotations.NullMarked;
