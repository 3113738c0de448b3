package org.driftscope.io.device;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.driftscope.support.SpecException;

/** What conductances or resistances are measured in. */
public enum ValueUnit {
    SIEMENS("S", false, 1e6, "siemens"),
    MILLISIEMENS("mS", false, 1e3, "millisiemens"),
    MICROSIEMENS("uS", false, 1, "\u00b5s", "\u03bcs", "microsiemens"),
    NANOSIEMENS("nS", false, 1e-3, "nanosiemens"),
    OHM("ohm", true, 1e6, "ohms", "\u03c9", "\u2126"),
    KILOOHM("kohm", true, 1e3, "k\u03c9", "k\u2126", "kiloohm"),
    MEGAOHM("Mohm", true, 1, "m\u03c9", "m\u2126", "megaohm");

    /** A siemens, which no memory cell has. */
    static final double MOST_US = 1e6;

    private final String word;
    private final boolean resistance;
    private final double factor;
    private final List<String> others;

    ValueUnit(String word, boolean resistance, double factor, String... others) {
        this.word = word;
        this.resistance = resistance;
        this.factor = factor;
        this.others = List.of(others);
    }

    /** As options and files have it, e.g. "uS". */
    public String word() {
        return word;
    }

    public boolean isResistance() {
        return resistance;
    }

    /** Whether a cell can have a conductance, µS: from nothing to a siemens. */
    static boolean isPossible(double us) {
        return us >= 0 && us <= MOST_US;
    }

    /** Conductance, µS, of a value in this unit. */
    double toUs(double value) {
        return resistance ? factor / value : factor * value;
    }

    /** @throws SpecException if there is none of that name */
    public static ValueUnit parse(String text) {
        return find(text)
                .orElseThrow(() -> new SpecException(
                        "--unit",
                        text,
                        "one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values())
                                                .map(ValueUnit::word)
                                                .toList())));
    }

    static Optional<ValueUnit> find(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.word.toLowerCase(Locale.ROOT).equals(lower) || unit.others.contains(lower))
                .findFirst();
    }
}
