package org.driftscope.ui.settings;

import org.driftscope.ui.control.NumberText;

/**
 * Amounts of which 0 reads as a word; both are taken.
 *
 * @param amount for all others
 * @param none for 0
 */
record IdealWord(NumberText amount, String none) implements NumberText {
    @Override
    public String format(double value) {
        return value == 0 ? none : amount.format(value);
    }

    @Override
    public double parse(String text) {
        return text.isBlank() || text.strip().equals(none) ? 0 : amount.parse(text);
    }

    @Override
    public String allowed() {
        return amount.allowed() + ", or \"" + none + "\"";
    }
}
