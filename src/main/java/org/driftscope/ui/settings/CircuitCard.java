package org.driftscope.ui.settings;

import javafx.beans.property.DoubleProperty;
import javafx.scene.control.CheckBox;
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
                card.wide(explained, box(setting, value));
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

    private static CheckBox box(CircuitSetting setting, DoubleProperty value) {
        CheckBox box = new CheckBox("on");
        box.setId(setting.option());
        value.subscribe(now -> box.setSelected(now.doubleValue() != 0));
        box.selectedProperty().subscribe(on -> value.set(on ? 1 : 0));
        return box;
    }
}
