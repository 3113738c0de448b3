/**
 * The panel of charts: recovery, drift sweep, layer error, classes, cost.
 *
 * <p>It shows what its view model holds and asks for everything else through {@link ChartActions}, so that undo and runs
 * stay in one place.
 *
 * <p>Imports: {@code figure}, {@code cost}, {@code ui.control}, {@code ui.task}.
 */
@NullMarked
package org.driftscope.ui.charts;

import org.jspecify.annotations.NullMarked;
