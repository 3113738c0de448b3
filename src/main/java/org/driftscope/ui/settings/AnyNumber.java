package org.driftscope.ui.settings;

import java.util.function.Supplier;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.NumberText;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.state.ExplorerState;

/**
 * Numbers that a setting takes beside the others as they are.
 *
 * @param state the others
 */
record AnyNumber(Setting setting, Supplier<ExplorerState> state) implements NumberText {
    @Override
    public String format(double value) {
        return NumberScale.plain(value);
    }

    @Override
    public double parse(String text) {
        double value = NumberScale.leadingNumber(text, "");
        return SettingCatalogue.takes(setting, state.get(), value) ? value : Double.NaN;
    }

    @Override
    public String allowed() {
        return setting.allowed();
    }
}
