package org.driftscope.crossbar.circuit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.driftscope.support.SpecException;

/**
 * The circuit around the cells.
 *
 * @param values of the settings that are not 0, in the order of {@link CircuitSettings}
 */
public record CircuitSpec(Map<CircuitSetting, Double> values) {
    static final int USUAL_SLICE_BITS = 2;
    private static final int MOST_WEIGHT_BITS = 32;
    private static final CircuitSpec IDEAL = new CircuitSpec(Map.of());

    public CircuitSpec {
        Map<CircuitSetting, Double> kept = new LinkedHashMap<>();
        for (CircuitSetting setting : CircuitSettings.all()) {
            double value = setting.require(values.getOrDefault(setting, 0.0));
            if (value != 0) {
                kept.put(setting, value);
            }
        }
        values = Collections.unmodifiableMap(kept);
        requireBits(
                values.getOrDefault(CircuitSettings.SLICES, 0.0),
                values.getOrDefault(CircuitSettings.SLICE_BITS, (double) USUAL_SLICE_BITS));
        double stuck = values.getOrDefault(CircuitSettings.STUCK_LOW, 0.0)
                + values.getOrDefault(CircuitSettings.STUCK_HIGH, 0.0);
        if (stuck > 1) {
            throw new SpecException(
                    "Share of stuck cells, at G min and at G max together,",
                    stuck,
                    "at most 1, since a cell is stuck once");
        }
    }

    private static void requireBits(double slices, double bits) {
        if (slices * bits > MOST_WEIGHT_BITS) {
            throw new SpecException(
                    "Number of bits of a weight, slices times the bits of each,",
                    slices * bits,
                    MOST_WEIGHT_BITS + " or fewer");
        }
    }

    /** Every cell moves, and wires have no resistance. */
    public static CircuitSpec ideal() {
        return IDEAL;
    }

    public boolean isIdeal() {
        return values.isEmpty();
    }

    /** 0 where the circuit is ideal in that respect. */
    public double get(CircuitSetting setting) {
        return values.getOrDefault(setting, 0.0);
    }

    public boolean isOn(CircuitSetting setting) {
        return get(setting) != 0;
    }

    /** @throws SpecException if the value is out of range, or the values together are refused */
    public CircuitSpec with(CircuitSetting setting, double value) {
        Map<CircuitSetting, Double> changed = new LinkedHashMap<>(values);
        changed.put(setting, value);
        return new CircuitSpec(changed);
    }

    /** Every setting that is not ideal, with its value. */
    public void forEach(BiConsumer<CircuitSetting, Double> use) {
        values.forEach(use);
    }

    /** Whether outputs differ from what cells hold. */
    public boolean acts() {
        return CircuitEffects.all().stream().anyMatch(effect -> effect.acts(this));
    }

    /** Bits of each slice of a weight; where nothing is said, as many as ISAAC's cells have. */
    public int sliceBits() {
        return isOn(CircuitSettings.SLICE_BITS) ? (int) get(CircuitSettings.SLICE_BITS) : USUAL_SLICE_BITS;
    }

    /** Whether a weight is held in digits. */
    public boolean isSliced() {
        return isOn(CircuitSettings.SLICES);
    }

    /** Whether some cells never move. */
    public boolean hasStuckCells() {
        return CircuitEffects.STUCK_CELLS.acts(this);
    }

    /** Whether reading does more than add up what the cells contribute. */
    public boolean hasReadout() {
        return isOn(CircuitSettings.READ_NOISE) || hasConverters();
    }

    /** Whether inputs or outputs have a finite resolution. */
    public boolean hasConverters() {
        return isOn(CircuitSettings.DAC_BITS) || isOn(CircuitSettings.ADC_BITS);
    }

    /** Whether wires take part of the voltage. */
    public boolean hasWires() {
        return CircuitEffects.WIRES.acts(this);
    }
}
