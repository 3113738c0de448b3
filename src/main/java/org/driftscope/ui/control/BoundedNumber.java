package org.driftscope.ui.control;

import java.util.function.DoubleSupplier;

/**
 * Numbers between two bounds, of which the upper one may move.
 *
 * @param low least
 * @param strictlyAbove whether the least itself is refused
 * @param high most
 * @param strictlyBelow whether the most itself is refused
 * @param shownFactor what a value is multiplied by to be shown: 100 for a fraction shown in per cent
 * @param unit "" for none
 * @param whole whether only whole numbers are taken
 */
public record BoundedNumber(
        double low,
        boolean strictlyAbove,
        DoubleSupplier high,
        boolean strictlyBelow,
        double shownFactor,
        String unit,
        boolean whole)
        implements NumberText {
    /** Both bounds are taken. */
    public static BoundedNumber between(double low, double high, double shownFactor, String unit, boolean whole) {
        return new BoundedNumber(low, false, () -> high, false, shownFactor, unit, whole);
    }

    @Override
    public String format(double value) {
        return NumberScale.plain(value * shownFactor, unit);
    }

    @Override
    public double parse(String text) {
        double value = NumberScale.leadingNumber(text, unit) / shownFactor;
        double top = high.getAsDouble();
        boolean fits = (strictlyAbove ? value > low : value >= low)
                && (strictlyBelow ? value < top : value <= top)
                && (!whole || value == Math.rint(value));
        return fits ? value : Double.NaN;
    }

    @Override
    public String allowed() {
        String from = (strictlyAbove ? "above " : "") + NumberScale.plain(low * shownFactor);
        String to = (strictlyBelow ? " to below " : strictlyAbove ? ", up to " : " to ") + format(high.getAsDouble());
        return (whole ? "a whole number, " : "") + from + to;
    }
}
