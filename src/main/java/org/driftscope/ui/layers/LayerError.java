package org.driftscope.ui.layers;

/**
 * How far a layer's output is off, as a squared feature error per output; NaN where it is not known.
 *
 * @param before after drift, without correction
 * @param after with its adapter
 */
public record LayerError(double before, double after) {
    static final LayerError UNKNOWN = new LayerError(Double.NaN, Double.NaN);
}
