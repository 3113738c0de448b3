package org.driftscope.ui.charts.model;

/**
 * Feature error of one layer, as a share of the clean output's standard deviation: root-mean-square error over it.
 *
 * @param layer its name
 * @param before after drift; NaN where it is not known
 * @param after with its adapter; NaN where it was not calibrated
 */
public record LayerErrorBar(String layer, double before, double after) {}
