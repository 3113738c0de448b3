package org.driftscope.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * How a kind of quantity is written: with three figures, and with two rounded to either side.
 *
 * @param words a number with three figures and its unit
 * @param steps the units that it takes, the smallest first
 */
public record Scale(DoubleFunction<String> words, List<Step> steps) implements DoubleFunction<String> {
    private static final MathContext EXACT = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final int FIGURES = 2;

    /**
     * One unit.
     *
     * @param factor what a number is multiplied by to be in it
     * @param unit as it stands behind the figures, with its blank
     * @param below numbers in this unit from here on take the next one
     */
    public record Step(double factor, String unit, double below) {}

    public Scale {
        steps = List.copyOf(steps);
    }

    @Override
    public String apply(double number) {
        return words.apply(number);
    }

    /** With two figures, rounded so; what {@link #apply} says of what is 0 or not finite. */
    String roughly(double number, RoundingMode mode) {
        if (!Double.isFinite(number) || number == 0) {
            return apply(number);
        }
        int last = steps.size() - 1;
        int step = 0;
        while (step < last && rounded(number, step, mode).doubleValue() >= steps.get(step).below) {
            step++;
        }
        BigDecimal rounded = rounded(number, step, mode);
        return (rounded.scale() <= 0
                        ? String.format(Locale.US, "%,d", rounded.toBigIntegerExact())
                        : rounded.toPlainString())
                + steps.get(step).unit;
    }

    /** What binary fractions add in the last digits is no part of the number. */
    private BigDecimal rounded(double number, int step, RoundingMode mode) {
        BigDecimal exact = new BigDecimal(number * steps.get(step).factor).round(EXACT);
        return exact.round(new MathContext(FIGURES, mode)).stripTrailingZeros();
    }
}
