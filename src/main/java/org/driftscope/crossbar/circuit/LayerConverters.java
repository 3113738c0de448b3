package org.driftscope.crossbar.circuit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A layer's converters, with ranges that are frozen with the chip.
 *
 * @param dac of its inputs; null for an ideal one
 * @param adc of every block's partial sums; null for an ideal one; of the most significant slice where weights are sliced
 * @param lowerAdcs those of the other slices, the next one first; none where weights are held whole or the ADC is ideal
 */
public record LayerConverters(@Nullable Converter dac, @Nullable Converter adc, List<Converter> lowerAdcs) {
    private static final LayerConverters IDEAL = new LayerConverters(null, null);

    public LayerConverters {
        lowerAdcs = List.copyOf(lowerAdcs);
    }

    /** Of weights that are held whole. */
    public LayerConverters(@Nullable Converter dac, @Nullable Converter adc) {
        this(dac, adc, List.of());
    }

    /** Of a slice's partial sums; null for an ideal one. @param slice 0 for the most significant */
    public @Nullable Converter adc(int slice) {
        return slice == 0 || adc == null ? adc : lowerAdcs.get(slice - 1);
    }

    public static LayerConverters ideal() {
        return IDEAL;
    }

    public boolean isIdeal() {
        return dac == null && adc == null;
    }
}
