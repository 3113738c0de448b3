package org.driftscope.ui.control;

import java.util.List;
import java.util.Locale;

/** Numbers that span decades, with the unit that leaves one to three digits before the point. */
public final class Quantity {
    private static final List<String> ENERGY = List.of("fJ", "pJ", "nJ", "µJ", "mJ", "J");
    private static final List<String> TIME = List.of("ps", "ns", "µs", "ms", "s");
    private static final List<String> LONG = List.of("", " k", " M", " G", " T");
    private static final double DAYS_A_YEAR = 365.25;
    private static final String TO = " to ";

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

    /** A count of two figures. */
    public static String roughly(double count) {
        double unit = Math.pow(10, Math.floor(Math.log10(count)) - 1);
        double rounded = Math.rint(count / unit) * unit;
        return count(rounded).replaceFirst("\\.00?(?= |$)", "").replaceFirst("(\\.\\d)0(?= |$)", "$1");
    }

    /** Days up to two years, then years. */
    public static String days(double days) {
        double years = days / DAYS_A_YEAR;
        return years >= 2 ? scaled(years, LONG) + " years" : figures(days) + " days";
    }

    /** "8.10 to 54.0 µs": the unit once where both have the same. */
    public static String range(String low, String high) {
        int blank = low.indexOf(' ');
        boolean same = blank > 0 && high.endsWith(low.substring(blank));
        return (same ? low.substring(0, blank) : low) + TO + high;
    }

    private static String scaled(double smallest, List<String> units) {
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
