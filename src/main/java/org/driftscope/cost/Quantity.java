package org.driftscope.cost;

import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.driftscope.cost.Scale.Step;

/** Numbers that span decades, with the unit that leaves one to three digits before the point. */
public final class Quantity {
    private static final List<String> ENERGIES = List.of(" fJ", " pJ", " nJ", " µJ", " mJ", " J");
    private static final List<String> TIMES = List.of(" ps", " ns", " µs", " ms", " s");
    private static final List<String> LONG = List.of("", " k", " M", " G", " T");
    private static final List<String> LONG_YEARS =
            LONG.stream().map(word -> word + " years").toList();
    private static final double PER_JOULE = 1e15;
    private static final double PER_SECOND = 1e12;
    private static final double DAYS_A_YEAR = 365.25;
    private static final double MOST_DAYS = 2 * DAYS_A_YEAR;
    private static final double WHOLE_COUNT = 10_000;
    private static final double NEXT_UNIT = 999.5;
    private static final String TO = " to ";
    private static final String NOTHING = "–";
    private static final double WHOLE = 0.995;

    /** Joules. */
    public static final Scale ENERGY = new Scale(Quantity::energy, steps(PER_JOULE, ENERGIES));
    /** Seconds. */
    public static final Scale TIME = new Scale(Quantity::time, steps(PER_SECOND, TIMES));
    /** How many. */
    public static final Scale COUNT =
            new Scale(Quantity::count, first(new Step(1, "", WHOLE_COUNT), steps(1e-3, LONG.subList(1, LONG.size()))));
    /** Days. */
    public static final Scale DAYS =
            new Scale(Quantity::days, first(new Step(1, " days", MOST_DAYS), steps(1 / DAYS_A_YEAR, LONG_YEARS)));

    private Quantity() {}

    /** @param joules 0 or more */
    public static String energy(double joules) {
        return scaled(joules * PER_JOULE, ENERGIES);
    }

    /** @param seconds 0 or more */
    public static String time(double seconds) {
        return scaled(seconds * PER_SECOND, TIMES);
    }

    /** A count, shortened from ten thousand on. */
    public static String count(double count) {
        return count < WHOLE_COUNT ? String.format(Locale.US, "%,.0f", count) : scaled(count, LONG);
    }

    /** What {@code scale} says of a number, with two figures; "–" of one that is none, as 0/0, and "∞" beyond all. */
    public static String roughly(double number, Scale scale) {
        return scale.roughly(number, RoundingMode.HALF_EVEN);
    }

    /** Days up to two years, then years. */
    public static String days(double days) {
        if (!Double.isFinite(days)) {
            return words(days);
        }
        return days >= MOST_DAYS ? scaled(days / DAYS_A_YEAR, LONG_YEARS) : figures(days) + " days";
    }

    /**
     * "8.1 to 54 µs": two figures, rounded away from what lies between, so that no value of the range falls out of its words; the
     * unit once where both have the same.
     */
    public static String range(double low, double high, Scale scale) {
        String from = scale.roughly(low, RoundingMode.FLOOR);
        String to = scale.roughly(high, RoundingMode.CEILING);
        int blank = from.indexOf(' ');
        boolean same = blank > 0 && to.endsWith(from.substring(blank));
        return (same ? from.substring(0, blank) : from) + TO + to;
    }

    /** A share of a reference: "1 / 13 k" where it is less than all of it, "–" where the reference is nothing. */
    public static String share(double part, double reference) {
        double share = part / reference;
        if (part == 0 && reference != 0) {
            return "0";
        }
        return share < WHOLE ? "1 / " + roughly(1 / share, COUNT) : count(share);
    }

    /** A figure as one types it: 4100, 0.05, 1e8. At most four decimals, or four figures before an exponent. */
    public static String typed(double value) {
        boolean plain = value == 0 || value >= 0.001 && value < 100_000;
        return plain ? stripped(String.format(Locale.US, "%.4f", value)) : scientific(value);
    }

    /** 3e-5, not 0.00003. */
    public static String scientific(double value) {
        String[] parts = String.format(Locale.US, "%.3e", value).split("e");
        return stripped(parts[0]) + "e" + Integer.parseInt(parts[1]);
    }

    private static String stripped(String decimal) {
        return decimal.replaceFirst("\\.?0+$", "");
    }

    private static String words(double beyond) {
        return Double.isNaN(beyond) ? NOTHING : "∞";
    }

    private static List<Step> steps(double factor, List<String> units) {
        return IntStream.range(0, units.size())
                .mapToObj(unit -> new Step(factor / Math.pow(1000, unit), units.get(unit), NEXT_UNIT))
                .toList();
    }

    private static List<Step> first(Step first, List<Step> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static String scaled(double smallest, List<String> units) {
        if (!Double.isFinite(smallest)) {
            return words(smallest);
        }
        double number = smallest;
        int unit = 0;
        while (number >= NEXT_UNIT && unit < units.size() - 1) {
            number /= 1000;
            unit++;
        }
        return figures(number) + units.get(unit);
    }

    /** Three figures without an exponent. */
    private static String figures(double number) {
        int digits = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
        return String.format(Locale.US, "%,." + digits + "f", number);
    }
}
