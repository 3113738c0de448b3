package org.driftscope.io.device;

import java.util.stream.DoubleStream;

/** Tells the unit of values by their size, where only one makes sense for memory cells. */
final class UnitGuess {
    /** So many values are enough. */
    static final int SAMPLE = 1_000;

    private static final double SIEMENS_BELOW = 1e-2;
    private static final double MICROSIEMENS_BELOW = 1e4;
    private static final double OHM_FROM = 500;

    private UnitGuess() {}

    /** @throws UnclearColumns if several units are possible; asks for the right one */
    static ValueUnit of(String file, boolean resistance, DoubleStream values) {
        double[] sizes = values.map(Math::abs)
                .filter(size -> size > 0 && Double.isFinite(size))
                .sorted()
                .toArray();
        String what = resistance ? "resistances" : "conductances";
        if (sizes.length == 0) {
            throw new UnclearColumns(
                    file + " has no " + what + " that are numbers above 0.",
                    "Give numbers alone, and their unit in the heading, such as "
                            + (resistance ? "R (kohm)." : "G (uS)."));
        }
        double median = sizes[sizes.length / 2];
        if (resistance && median >= OHM_FROM) {
            return ValueUnit.OHM;
        }
        if (!resistance && median > 0 && median < SIEMENS_BELOW) {
            return ValueUnit.SIEMENS;
        }
        if (!resistance && median >= SIEMENS_BELOW && median < MICROSIEMENS_BELOW) {
            return ValueUnit.MICROSIEMENS;
        }
        throw new UnclearColumns(
                file + " has " + what + " around " + median + ", which does not tell their unit.",
                "Name it, such as --unit " + (resistance ? ValueUnit.KILOOHM : ValueUnit.MICROSIEMENS).word() + ".");
    }
}
