package org.driftscope.cost;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers that span decades, with the unit that leaves one to three digits before the point. */
public final class Quantity {
    private static final List<String> ENERGY = List.of("fJ", "pJ", "nJ", "µJ", "mJ", "J");
    private static final List<String> TIME = List.of("ps", "ns", "µs", "ms", "s");
    private static final List<String> LONG = List.of("", " k", " M", " G", " T");
    private static final double DAYS_A_YEAR = 365.25;
    private static final String TO = " to ";
    private static final String NOTHING = "–";
    private static final double WHOLE = 0.995;

    private Quantity() {}

    /** @param joules 0 or more */
    public static String energy(double joules) {
        return scaled(joules * 1e15, ENERGY);
    }

    /** @param seconds 0 or more */
    public static String time(double seconds) {
        return scaled(seconds * 1e12, TIME);
    }

    /** A count, shortened from ten thousand on. */
    public static String count(double count) {
        return count < 10_000 ? String.format(Locale.US, "%,.0f", count) : scaled(count, LONG);
    }

    /** What {@code words} says of a number, with two figures; "–" of one that is none, as 0/0, and "∞" beyond all. */
    public static String roughly(double number, DoubleFunction<String> words) {
        if (!Double.isFinite(number)) {
            return words(number);
        }
        String text = words.apply(number);
        int end = 0;
        while (end < text.length() && "0123456789.,".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        double shown = Double.parseDouble(text.substring(0, end).replace(",", ""));
        if (shown == 0) {
            return text;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(shown)) - 1);
        double rounded = Math.rint(shown / unit) * unit;
        String figures = rounded >= 1000
                ? String.format(Locale.US, "%,.0f", rounded)
                : stripped(String.format(Locale.US, "%.3f", rounded));
        return figures + text.substring(end);
    }

    /** Days up to two years, then years. */
    public static String days(double days) {
        double years = days / DAYS_A_YEAR;
        if (!Double.isFinite(days)) {
            return words(days);
        }
        return years >= 2 ? scaled(years, LONG) + " years" : figures(days) + " days";
    }

    /** "8.1 to 54 µs": two figures, and the unit once where both have the same. */
    public static String range(double low, double high, DoubleFunction<String> words) {
        String from = roughly(low, words);
        String to = roughly(high, words);
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
        return share < WHOLE ? "1 / " + roughly(1 / share, Quantity::count) : count(share);
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

    private static String scaled(double smallest, List<String> units) {
        if (!Double.isFinite(smallest)) {
            return words(smallest);
        }
        double number = smallest;
        int unit = 0;
        while (number >= 999.5 && unit < units.size() - 1) {
            number /= 1000;
            unit++;
        }
        String word = units.get(unit);
        return figures(number) + (word.isEmpty() || word.startsWith(" ") ? word : " " + word);
    }

    /** Three figures without an exponent. */
    private static String figures(double number) {
        int digits = number >= 99.95 ? 0 : number >= 9.995 ? 1 : 2;
        return String.format(Locale.US, "%,." + digits + "f", number);
    }
}
