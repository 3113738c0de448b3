package org.driftscope.ui.control;

import org.driftscope.support.text.Wording;

/** How a number lies on a slider and is written in the field beside it. */
public interface NumberScale extends NumberText {
    /** Place on the slider, 0 to 1. */
    double toPosition(double value);

    /** The value at a place on the slider. */
    double fromPosition(double position);

    /** Change made by one press of an arrow key, as a share of the slider. */
    double step();

    /**
     * The same slider, beside a field that takes more than the slider spans.
     *
     * @param lowest of the field: taken on a linear scale, just not taken on a logarithmic one
     * @param highest of the field; may be infinite on a logarithmic scale
     */
    NumberScale typed(double lowest, double highest);

    /** A linear scale whose values are multiples of {@code step}. */
    static NumberScale linear(double min, double max, double step, double shownFactor, String unit) {
        return new LinearScale(min, max, step, shownFactor, unit, min, max);
    }

    /** A logarithmic scale of two significant figures; with {@code openEnd} its right end is infinity. */
    static NumberScale logarithmic(double min, double max, boolean openEnd, String unit) {
        return new LogScale(min, max, openEnd, unit, Math.nextDown(min), max);
    }

    /** A number without trailing zeros, at most three decimals. */
    static String plain(double value) {
        return Wording.plain(value);
    }

    /** A number without trailing zeros, with its unit where it has one. */
    static String plain(double value, String unit) {
        return unit.isEmpty() ? plain(value) : plain(value) + " " + unit;
    }

    /** The number at the start of a text; NaN if there is none. */
    static double leadingNumber(String text, String unit) {
        String number = text.strip().replace(',', '.');
        if (!unit.isEmpty() && number.endsWith(unit)) {
            number = number.substring(0, number.length() - unit.length()).strip();
        }
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
