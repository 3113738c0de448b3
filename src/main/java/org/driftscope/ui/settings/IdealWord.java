package org.driftscope.ui.settings;

import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.ui.control.BoundedNumber;
import org.driftscope.ui.control.NumberText;

/**
 * Amounts of a setting of the circuit, of which 0 reads as a word; both are taken.
 *
 * @param setting whose amounts they are
 */
record IdealWord(CircuitSetting setting) implements NumberText {
    private BoundedNumber from(double least) {
        CircuitSetting.Kind kind = setting.kind();
        return BoundedNumber.between(least, setting.most(), kind.shownFactor(), kind.unit(), false);
    }

    @Override
    public String format(double value) {
        return value == 0 ? setting.none() : from(0).format(value);
    }

    @Override
    public double parse(String text) {
        double value = text.isBlank() || text.strip().equals(setting.none()) ? 0 : from(0).parse(text);
        return setting.takes(value) ? value : Double.NaN;
    }

    @Override
    public String allowed() {
        return from(setting.kind().least()).allowed() + ", or \"" + setting.none() + "\"";
    }
}
