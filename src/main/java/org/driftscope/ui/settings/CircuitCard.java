package org.driftscope.ui.settings;

import javafx.beans.property.DoubleProperty;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** What is around the cells, a row for each of {@link CircuitSettings}; all of it behind "More", since it is off at first. */
final class CircuitCard {
    private CircuitCard() {}

    static SettingsCard of(SettingsViewModel model) {
        SettingsCard card = new SettingsCard("Circuit", model, Group.CIRCUIT).more();
        for (CircuitSetting setting : CircuitSettings.all()) {
            Explained explained = new Explained(setting.label(), setting.meaning(), "", setting.source());
            DoubleProperty value = model.circuit().property(setting);
            if (setting.isSwitch()) {
                card.wide(explained, Choice.onOff(setting.option(), "on", value));
            } else {
                card.number(explained, field(setting, value, model));
            }
            card.resets(setting.option());
        }
        return card;
    }

    private static NumberField field(CircuitSetting setting, DoubleProperty value, SettingsViewModel model) {
        return new NumberField(setting.option(), new IdealWord(setting), value, model::settled);
    }
}
