package org.driftscope.crossbar.circuit;

import java.math.BigDecimal;
import java.util.Locale;
import org.driftscope.support.SpecException;
import org.driftscope.support.text.Wording;

/**
 * One property of the circuit around the cells, declared once for files, options, the window and captions. 0 is the ideal
 * circuit.
 *
 * @param id name in files
 * @param label name in the window, a noun in sentence case
 * @param kind what it is an amount of
 * @param most largest value; 1 for a switch
 * @param words of a value that is not 0, with %s for it: for captions
 * @param meaning one or two sentences
 * @param source author, year and venue; "" if there is none
 */
public record CircuitSetting(
        String id, String label, Kind kind, double most, String words, String meaning, String source) {
    /** What a value is. */
    public enum Kind {
        /** A fraction, shown in per cent; one below a thousandth of a per cent would read as none. */
        SHARE(100, "%", 1e-5),
        /** A resistance, ohm; one below a thousandth is lost in the rounding of what it is added to. */
        OHM(1, "Ω", 1e-3),
        /** How many of something. */
        COUNT(1, "", 1),
        /** Of a converter; 1 bit has no level beside 0. */
        BITS(1, "bits", 2),
        /** Bits of a weight's digit, of which 0 is as many as usual. */
        DIGIT(1, "bits", 1),
        /** On (1) or off (0). */
        SWITCH(1, "", 1);

        private final double shownFactor;
        private final String unit;
        private final double least;

        Kind(double shownFactor, String unit, double least) {
            this.shownFactor = shownFactor;
            this.unit = unit;
            this.least = least;
        }

        /** What a value is multiplied by to be shown. */
        public double shownFactor() {
            return shownFactor;
        }

        public String unit() {
            return unit;
        }

        /** The smallest value beside 0. */
        public double least() {
            return least;
        }
    }

    /** How 0 reads. */
    public String none() {
        return switch (kind) {
            case OHM, BITS -> "ideal";
            case DIGIT -> CircuitSpec.USUAL_SLICE_BITS + " " + kind.unit;
            case SHARE, COUNT, SWITCH -> "none";
        };
    }

    public boolean isSwitch() {
        return kind == Kind.SWITCH;
    }

    /** Its name on the command line and of its row: words with hyphens. */
    public String option() {
        return id.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** What may be given, for help and messages. */
    public String allowed() {
        return switch (kind) {
            case SHARE -> "0, or " + plain(kind.least) + " to " + plain(most) + ", a fraction";
            case OHM -> "0, or " + plain(kind.least) + " to " + plain(most) + " ohm";
            case BITS -> "0, or " + plain(kind.least) + " to " + plain(most) + " bits, whole";
            case DIGIT -> "0 (" + none() + "), or " + plain(kind.least) + " to " + plain(most) + " bits, whole";
            case COUNT -> "0, or " + plain(kind.least) + " to " + plain(most) + ", whole";
            case SWITCH -> "true or false";
        };
    }

    /** Whether a value is in range; 0 always is. */
    public boolean takes(double value) {
        boolean divisible = kind == Kind.SHARE || kind == Kind.OHM || value == Math.rint(value);
        return value == 0 || value > 0 && value >= kind.least && value <= most && divisible;
    }

    /** @throws SpecException if the value is out of range */
    double require(double value) {
        if (!takes(value)) {
            throw new SpecException(id, value, allowed());
        }
        return value;
    }

    /** A value in a sentence, e.g. "1 % stuck at G min", or "row wire: ideal" where it is 0. */
    public String tell(double value) {
        if (value == 0) {
            String name = Wording.inside(label);
            return isSwitch() ? "no " + name : name + ": " + none();
        }
        String unit = kind.unit.isEmpty() ? "" : " " + (value == 1 && kind == Kind.DIGIT ? "bit" : kind.unit);
        return String.format(Locale.ROOT, words, Wording.plain(value * kind.shownFactor) + unit);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
