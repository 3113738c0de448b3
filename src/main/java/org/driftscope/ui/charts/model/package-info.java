/**
 * What the charts show: the points, sweeps and scores that were measured, each with where it came from.
 *
 * <p>Imports: {@code figure}, {@code evaluation}.
 */
@NullMarked
package org.driftscope.ui.charts.model;

import org.jspecify.annotations.NullMarked;
