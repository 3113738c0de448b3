package org.driftscope.crossbar.circuit;

import org.jspecify.annotations.Nullable;

/**
 * A layer's converters, with ranges that are frozen with the chip.
 *
 * @param dac of its inputs; null for an ideal one
 * @param adc of every block's partial sums; null for an ideal one
 */
public record LayerConverters(@Nullable Converter dac, @Nullable Converter adc) {
    private static final LayerConverters IDEAL = new LayerConverters(null, null);

    public static LayerConverters ideal() {
        return IDEAL;
    }

    public boolean isIdeal() {
        return dac == null && adc == null;
    }
}
