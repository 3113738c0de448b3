/**
 * What the maps show: a layer's grids, the cells in view and the chosen one.
 *
 * <p>Imports: {@code figure.raster}, {@code experiment}, {@code network}, {@code crossbar}, {@code device}.
 */
@NullMarked
package org.driftscope.ui.heatmap.model;

import org.jspecify.annotations.NullMarked;
