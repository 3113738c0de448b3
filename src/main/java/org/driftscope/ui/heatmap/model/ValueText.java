package org.driftscope.ui.heatmap.model;

import java.util.Locale;

/** Numbers for people: three significant digits, a true minus sign, a unit. */
public final class ValueText {
    private ValueText() {}

    /** Three significant digits; plain "0" for zero, exponent only where plain digits would hide the value. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 0.0005 || size >= 1e6) {
            return minus(String.format(Locale.ROOT, "%.1e", value));
        }
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** A number with its unit, if it has one. */
    public static String withUnit(double value, String unit) {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /** A number that says its sign. */
    static String signed(double value, String unit) {
        return (value > 0 ? "+" : "") + withUnit(value, unit);
    }

    /** A share as per cent with one decimal and its sign. */
    static String percent(double share) {
        return minus(String.format(Locale.ROOT, "%+.1f %%", 100 * share));
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
