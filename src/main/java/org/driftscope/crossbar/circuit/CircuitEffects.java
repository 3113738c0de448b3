package org.driftscope.crossbar.circuit;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.support.extension.Extensions;

/** All effects of the circuit, in the order in which they act. */
public final class CircuitEffects {
    /** Cells that never move. */
    public static final CircuitEffect STUCK_CELLS = new CircuitEffect(
            "stuck cells", List.of(CircuitSettings.STUCK_LOW, CircuitSettings.STUCK_HIGH), CircuitEffect.NOTHING);
    /** Wires that take part of the voltage. */
    public static final CircuitEffect WIRES = new CircuitEffect(
            "wires", List.of(CircuitSettings.WIRE_ROWS, CircuitSettings.WIRE_COLUMNS), CircuitEffect.NOTHING);
    /** What each read adds. */
    public static final CircuitEffect READ_NOISE =
            new CircuitEffect("read noise", List.of(CircuitSettings.READ_NOISE), CircuitEffect.NOTHING);

    /** Converters of a layer's inputs. */
    public static final CircuitEffect DAC =
            new CircuitEffect("DAC", List.of(CircuitSettings.DAC_BITS), CircuitEffect.NOTHING);
    /** Converters of a tile's outputs. */
    public static final CircuitEffect ADC =
            new CircuitEffect("ADC", List.of(CircuitSettings.ADC_BITS), CircuitEffect.NOTHING);

    /** Weights in digits. How many bits each has says nothing without them. */
    public static final CircuitEffect BIT_SLICES =
            new CircuitEffect("bit slices", List.of(CircuitSettings.SLICES), CircuitEffect.NOTHING);

    private static final List<CircuitEffect> OURS = List.of(STUCK_CELLS, WIRES, READ_NOISE, DAC, ADC, BIT_SLICES);

    /** Read when it is first asked for. */
    private static final class Listed {
        static final List<CircuitEffect> ALL = Extensions.added(CircuitEffect.class, OURS, CircuitEffect::name);
    }

    private CircuitEffects() {}

    public static List<CircuitEffect> all() {
        return Listed.ALL;
    }

    /** Those that change cells one by one in a circuit. */
    public static List<CircuitEffect> ofCells(CircuitSpec circuit) {
        return all().stream()
                .filter(effect -> effect.isOfCells() && effect.acts(circuit))
                .toList();
    }

    /** Settings of the effects that are not ours. */
    static Stream<CircuitSetting> furtherSettings() {
        return all().stream().skip(OURS.size()).flatMap(effect -> effect.settings().stream());
    }
}
