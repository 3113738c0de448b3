package org.driftscope.crossbar.circuit;

import java.util.List;

/** What a circuit is that its settings do not seem to say, in sentences. */
public final class CircuitNotes {
    private CircuitNotes() {}

    /** None where every setting does what it says. */
    public static List<String> of(CircuitSpec circuit) {
        double slices = circuit.get(CircuitSettings.SLICES);
        if (slices == 1) {
            int bits = circuit.sliceBits();
            return List.of("One bit slice holds all of a weight in " + bits + (bits == 1 ? " bit" : " bits")
                    + ". Leave slices out for whole weights.");
        }
        return slices == 0 && circuit.isOn(CircuitSettings.SLICE_BITS)
                ? List.of("Bits of a slice change nothing without slices: weights are held whole.")
                : List.of();
    }
}
