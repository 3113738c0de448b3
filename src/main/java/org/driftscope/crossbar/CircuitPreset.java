package org.driftscope.crossbar;

import java.util.Arrays;
import java.util.Optional;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.crossbar.circuit.CircuitSpec;

/**
 * Published circuits under a name. A preset sets the tile's size, the converters and how weights are sliced; stuck cells, wires, read noise and cells stay
 * as they are.
 */
public enum CircuitPreset {
    /** No converters; tiles stay as they are. */
    IDEAL("Ideal converters", 0, 0, 0, 0, 0, "", ""),
    /** Shafiee et al. 2016. */
    ISAAC(
            "ISAAC",
            128,
            16,
            8,
            8,
            2,
            "Modelled: weights of 16 bits in eight slices of 2-bit cells, each slice read by an ADC. Not modelled: inputs a"
                    + " bit at a time. Here they are driven at once, so that 8 bits are coarser than there.",
            "Shafiee et al. 2016, ISCA"),
    /** Chi et al. 2016. */
    PRIME(
            "PRIME",
            256,
            6,
            6,
            2,
            4,
            "Modelled: weights of two 4-bit cells. Not modelled: inputs in two halves of 3 bits.",
            "Chi et al. 2016, ISCA"),
    /** StandardHWATrainingPreset. */
    AIHWKIT(
            "aihwkit",
            512,
            8,
            8,
            0,
            0,
            "Not modelled: its output noise, output bound and drop along wires. Its tiles have any width, here 512 columns."
                    + " Left as set: read noise (1.75 % there) and the scale (one a column there).",
            "Rasch et al. 2023, Nature Communications 14, 5282; aihwkit's StandardHWATrainingPreset");

    private final String label;
    private final int tile;
    private final int dacBits;
    private final int adcBits;
    private final int slices;
    private final int sliceBits;
    private final String missing;
    private final String source;

    CircuitPreset(
            String label,
            int tile,
            int dacBits,
            int adcBits,
            int slices,
            int sliceBits,
            String missing,
            String source) {
        this.label = label;
        this.tile = tile;
        this.dacBits = dacBits;
        this.adcBits = adcBits;
        this.slices = slices;
        this.sliceBits = sliceBits;
        this.missing = missing;
        this.source = source;
    }

    /** The name in the window. */
    public String label() {
        return label;
    }

    /** What of the published circuit it sets and does not, in sentences; "" for nothing. */
    public String missing() {
        return missing;
    }

    /** Author, year and venue; "" if there is none. */
    public String source() {
        return source;
    }

    /** What it sets, e.g. "tiles of 128 x 128, DACs of 16 bits, ADCs of 8 bits". */
    public String sets() {
        return tile == 0
                ? "no converters"
                : "tiles of " + tile + " x " + tile + ", DACs of " + dacBits + " bits, ADCs of " + adcBits + " bits"
                        + (slices == 0 ? "" : ", weights in " + slices + " slices of " + sliceBits + " bits");
    }

    /** The crossbar with this circuit. */
    public CrossbarSpec applyTo(CrossbarSpec crossbar) {
        CircuitSpec circuit = crossbar.circuit()
                .with(CircuitSettings.SLICE_BITS, 0)
                .with(CircuitSettings.SLICES, slices)
                .with(CircuitSettings.SLICE_BITS, sliceBits)
                .with(CircuitSettings.DAC_BITS, dacBits)
                .with(CircuitSettings.ADC_BITS, adcBits);
        CrossbarSpec tiled = tile == 0 ? crossbar : crossbar.withTile(tile);
        return tiled.withCircuit(circuit);
    }

    /** The preset that a crossbar follows; empty where it follows none. */
    public static Optional<CircuitPreset> of(CrossbarSpec crossbar) {
        return Arrays.stream(values())
                .filter(preset -> preset.applyTo(crossbar).equals(crossbar))
                .findFirst();
    }
}
