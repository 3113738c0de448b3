package org.driftscope.crossbar.circuit;

import java.util.List;
import java.util.stream.Stream;
import org.driftscope.crossbar.circuit.CircuitSetting.Kind;
import org.driftscope.support.SpecException;

/** All properties of the circuit, the one home of their names, ranges and words. */
public final class CircuitSettings {
    private static final double MOST_OHM = 1000;
    private static final double MOST_BITS = 16;
    private static final double MOST_SLICES = 16;
    private static final double MOST_SLICE_BITS = 8;
    private static final String SLICED =
            "eight slices of 2 bits: ISAAC, Shafiee et al. 2016, ISCA; two of 4 bits: PRIME, Chi et al. 2016, ISCA";
    private static final String CONVERTERS =
            "8 or 9 bits at 128 rows: ISAAC, Shafiee et al. 2016, ISCA; 6 bits at 256 rows: PRIME, Chi et al. 2016, ISCA";
    private static final String FAULTS =
            "0.1 % of each in a mature process: MNSIM, Xia et al. 2018, IEEE Trans. CAD; 1.75 % at"
                    + " G min and 9.04 % at G max on a test chip: C.-Y. Chen et al. 2015, IEEE Trans. Computers";
    private static final String WIRES =
            "nodal analysis as in A. Chen 2013, IEEE Trans. Electron Devices; resistances from"
                    + " NeuroSim's wires for cells of 4F x 12F";

    /** Share of cells that stay at gMin. */
    public static final CircuitSetting STUCK_LOW = new CircuitSetting(
            "stuckLow",
            "Stuck at G min",
            Kind.SHARE,
            1,
            "%s stuck at G min",
            "Share of the cells that hold the lowest conductance for the chip's life, whatever is written. A larger share adds"
                    + " cells to them.",
            FAULTS);

    /** Share of cells that stay at gMax. */
    public static final CircuitSetting STUCK_HIGH = new CircuitSetting(
            "stuckHigh",
            "Stuck at G max",
            Kind.SHARE,
            1,
            "%s stuck at G max",
            "Share of the cells that hold the highest conductance for the chip's life, whatever is written.",
            FAULTS);

    /** Whether the partner of a stuck cell makes up for it. */
    public static final CircuitSetting FAULT_AWARE = new CircuitSetting(
            "faultAware",
            "Fault-aware pairs",
            Kind.SWITCH,
            1,
            "fault-aware pairs",
            "Where a cell of a pair is stuck, its partner is written so that the difference is right, or as near as it gets."
                    + " The stuck cells must be known from a test.",
            "C. Liu et al. 2017, DAC");

    /** Resistance of a row's wire from cell to cell. */
    public static final CircuitSetting WIRE_ROWS = new CircuitSetting(
            "wireRows",
            "Row wire",
            Kind.OHM,
            MOST_OHM,
            "row wires of %s a cell",
            "Resistance of a row's wire from one cell to the next. Cells far from the driver see less voltage. Large tiles lose"
                    + " most.",
            WIRES);

    /** Resistance of a column's wire from cell to cell. */
    public static final CircuitSetting WIRE_COLUMNS = new CircuitSetting(
            "wireColumns",
            "Column wire",
            Kind.OHM,
            MOST_OHM,
            "column wires of %s a cell",
            "Resistance of a column's wire from one cell to the next, and to the ground at its end.",
            WIRES);

    /** Standard deviation of a read, share of gMax. */
    public static final CircuitSetting READ_NOISE = new CircuitSetting(
            "readNoise",
            "Read noise",
            Kind.SHARE,
            1,
            "%s read noise",
            "What every read of a weight adds anew, as a standard deviation in per cent of G max: the cells of a pair together."
                    + " It differs from image to image and cannot be calibrated away.",
            "output form: Joshi et al. 2020, Nature Communications 11, 2473");

    /** Resolution of the converters of a layer's inputs. */
    public static final CircuitSetting DAC_BITS = new CircuitSetting(
            "dacBits",
            "DAC",
            Kind.BITS,
            MOST_BITS,
            "DACs of %s",
            "Resolution of what drives the rows. The range of each layer is set on calibration images and stays with the chip;"
                    + " what a correction adds sees the inputs before.",
            CONVERTERS);

    /** Resolution of the converters of a tile's outputs. */
    public static final CircuitSetting ADC_BITS = new CircuitSetting(
            "adcBits",
            "ADC",
            Kind.BITS,
            MOST_BITS,
            "ADCs of %s",
            "Resolution of what reads a tile's columns, before tiles below each other are added up: so the tile's size matters."
                    + " One range a layer, set on calibration images, stays with the chip.",
            CONVERTERS);

    /** Digits of a weight, each on cells of its own. */
    public static final CircuitSetting SLICES = new CircuitSetting(
            "slices",
            "Bit slices",
            Kind.COUNT,
            MOST_SLICES,
            "%s bit slices",
            "A weight as a whole number whose digits are held by cells of their own, each slice on tiles of its own, and summed"
                    + " digitally by place. Cells then need few levels; errors of the first digits count most. None: a weight"
                    + " is held whole.",
            SLICED);

    /** Bits of each digit. */
    public static final CircuitSetting SLICE_BITS = new CircuitSetting(
            "sliceBits",
            "Bits of a slice",
            Kind.DIGIT,
            MOST_SLICE_BITS,
            "slices of %s",
            "How many bits each slice holds, so that its cells take 2^bits levels. Usually 2, as in ISAAC.",
            SLICED);

    private static final List<CircuitSetting> OURS = List.of(
            STUCK_LOW,
            STUCK_HIGH,
            FAULT_AWARE,
            WIRE_ROWS,
            WIRE_COLUMNS,
            READ_NOISE,
            DAC_BITS,
            ADC_BITS,
            SLICES,
            SLICE_BITS);

    /** Read when it is first asked for, so that effects can be made of settings before. */
    private static final class Listed {
        static final List<CircuitSetting> ALL =
                Stream.concat(OURS.stream(), CircuitEffects.furtherSettings()).toList();
    }

    private CircuitSettings() {}

    /** In the order in which files list them. */
    public static List<CircuitSetting> all() {
        return Listed.ALL;
    }

    /**
     * The setting of that name, as files or as options write it.
     *
     * @throws SpecException if there is none; lists those there are
     */
    public static CircuitSetting named(String name) {
        return all().stream()
                .filter(setting -> setting.id().equals(name) || setting.option().equals(name))
                .findFirst()
                .orElseThrow(() -> new SpecException(
                        "circuit",
                        name,
                        "one of "
                                + String.join(
                                        ", ",
                                        all().stream()
                                                .map(CircuitSetting::option)
                                                .toList())));
    }
}
