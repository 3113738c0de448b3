package org.driftscope.ui.settings;

import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.ui.control.NumberText;

/**
 * Amounts of which 0 reads as a word; both are taken.
 *
 * @param setting whose amounts they are
 * @param amount for all but 0
 */
record IdealWord(CircuitSetting setting, NumberText amount) implements NumberText {
    @Override
    public String format(double value) {
        return value == 0 ? setting.none() : amount.format(value);
    }

    @Override
    public double parse(String text) {
        double value = text.isBlank() || text.strip().equals(setting.none()) ? 0 : amount.parse(text);
        return setting.takes(value) ? value : Double.NaN;
    }

    @Override
    public String allowed() {
        return amount.allowed() + ", or \"" + setting.none() + "\"";
    }
}
