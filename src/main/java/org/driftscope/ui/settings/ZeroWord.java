package org.driftscope.ui.settings;

import java.util.function.Supplier;
import org.driftscope.cost.Quantity;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.NumberText;

/**
 * Numbers of which 0 stands for something else, e.g. "all".
 *
 * @param zero the words for 0
 * @param max the largest number
 * @param whole whether only whole numbers are taken
 */
record ZeroWord(Supplier<String> zero, double max, boolean whole) implements NumberText {
    private static final double PLAIN_FROM = 0.01;

    @Override
    public String format(double value) {
        if (value == 0) {
            return zero.get();
        }
        return whole || value >= PLAIN_FROM ? NumberScale.plain(value) : Quantity.scientific(value);
    }

    @Override
    public double parse(String text) {
        if (text.isBlank() || text.strip().equals(zero.get())) {
            return 0;
        }
        double value = NumberScale.leadingNumber(text, "");
        boolean fits = value >= 0 && value <= max && (!whole || value == Math.rint(value));
        return fits ? value : Double.NaN;
    }

    @Override
    public String allowed() {
        return (whole ? "a whole number, 0 to " : "0 to ") + NumberScale.plain(max) + ", or nothing";
    }
}
