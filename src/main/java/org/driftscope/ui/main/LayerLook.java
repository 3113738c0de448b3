package org.driftscope.ui.main;

import org.driftscope.crossbar.WeightMatrix;
import org.driftscope.experiment.Chip;
import org.driftscope.network.AnalogLayer;
import org.jspecify.annotations.Nullable;

/**
 * One layer as it is on the chip now, for the maps.
 *
 * @param layer which one
 * @param onChip its cells and drifted weights
 * @param calibrated effective weights with the adapter; null where there is none
 * @param caption what made the drift, in words
 */
public record LayerLook(AnalogLayer layer, Chip.Layer onChip, @Nullable WeightMatrix calibrated, String caption) {}
