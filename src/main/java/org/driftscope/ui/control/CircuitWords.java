package org.driftscope.ui.control;

import java.util.Locale;
import org.driftscope.crossbar.circuit.CircuitSetting;

/** Settings of the circuit in words. */
public final class CircuitWords {
    private CircuitWords() {}

    /** E.g. "1 % stuck at G min", or "ideal row wire" where the value is 0. */
    public static String of(CircuitSetting setting, double value) {
        if (value == 0) {
            String name = setting.label().substring(0, 1).toLowerCase(Locale.ROOT)
                    + setting.label().substring(1);
            return setting.isSwitch() ? "no " + name : name + ": " + setting.none();
        }
        String amount = NumberScale.plain(
                value * setting.kind().shownFactor(), setting.kind().unit());
        return String.format(Locale.ROOT, setting.words(), amount);
    }
}
