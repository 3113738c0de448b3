package org.driftscope.ui.charts;

/**
 * Squared feature error per output of one layer.
 *
 * @param layer the layer's name
 * @param before after drift; NaN where it is not known
 * @param after after calibration; NaN where it is not known
 */
public record LayerError(String layer, double before, double after) {}
