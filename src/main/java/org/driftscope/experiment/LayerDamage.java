package org.driftscope.experiment;

/**
 * What drift did to one layer.
 *
 * @param error mean squared feature error of what its cells amount to, per output
 * @param outputVariance of the clean layer's outputs, per output
 */
public record LayerDamage(double error, double outputVariance) {}
