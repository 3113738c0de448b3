package org.driftscope.cost;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.driftscope.support.SpecException;
import org.jspecify.annotations.Nullable;

/** The values a cost estimate is made with; what was not set has its default. Immutable. */
public final class CostAssumptions {
    /** A converter's energy doubles with every bit: a slip of the hand would show joules. */
    private static final Set<CostQuantity> CONVERTERS =
            Set.of(CostQuantity.ADC_BITS, CostQuantity.INPUT_BITS, CostQuantity.INPUT_BITS_PER_READ);

    private final Map<CostQuantity, Double> values;

    private CostAssumptions(Map<CostQuantity, Double> values) {
        this.values = values;
    }

    public static CostAssumptions defaults() {
        return new CostAssumptions(new EnumMap<>(CostQuantity.class));
    }

    /** The same with one value changed. @throws SpecException unless it is above 0 */
    public CostAssumptions with(CostQuantity quantity, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new SpecException(quantity.label(), value, "above 0 " + quantity.unit());
        }
        if (CONVERTERS.contains(quantity) && (value < quantity.low() || value > quantity.high())) {
            throw new SpecException(
                    quantity.label(), value, (int) quantity.low() + " to " + (int) quantity.high() + " bits");
        }
        Map<CostQuantity, Double> changed = new EnumMap<>(CostQuantity.class);
        changed.putAll(values);
        changed.put(quantity, value);
        return new CostAssumptions(changed);
    }

    /** Those that are not at their default. */
    public Map<CostQuantity, Double> changed() {
        Map<CostQuantity, Double> changed = new EnumMap<>(CostQuantity.class);
        values.forEach((quantity, value) -> {
            if (value != quantity.standard()) {
                changed.put(quantity, value);
            }
        });
        return changed;
    }

    public double get(CostQuantity quantity) {
        return values.getOrDefault(quantity, quantity.standard());
    }

    /** Every published figure at the end of its range where writing costs least and cells last longest; choices stay. */
    public CostAssumptions best() {
        return atEnds(true);
    }

    /** Every published figure at the end of its range where writing costs most and cells wear out first; choices stay. */
    public CostAssumptions worst() {
        return atEnds(false);
    }

    private CostAssumptions atEnds(boolean best) {
        CostAssumptions ends = this;
        for (CostQuantity quantity : CostQuantity.values()) {
            if (!quantity.isChoice()) {
                boolean high = quantity == CostQuantity.RRAM_ENDURANCE ? best : !best;
                double value = get(quantity);
                // a figure set outside what is published widens its range
                ends = ends.with(quantity, high ? Math.max(value, quantity.high()) : Math.min(value, quantity.low()));
            }
        }
        return ends;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CostAssumptions those && changed().equals(those.changed());
    }

    @Override
    public int hashCode() {
        return changed().hashCode();
    }
}
