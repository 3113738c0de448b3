/**
 * Linked heatmaps of a layer's cells: target, drifted, change and residual, with probe, histogram and tile map.
 *
 * <p>Imports: {@code figure.raster}, {@code experiment}, {@code network}, {@code crossbar}, {@code device}, JavaFX. Other
 * panels meet it in {@code ui.main} through {@link org.driftscope.ui.heatmap.model.HeatmapViewModel#show}.
 */
@NullMarked
package org.driftscope.ui.heatmap;

import org.jspecify.annotations.NullMarked;
