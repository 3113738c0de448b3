package org.driftscope.ui.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** What is around the cells, a row for each of {@link CircuitSettings}; all of it behind "More", since it is off at first. */
final class CircuitCard {
    private CircuitCard() {}

    static SettingsCard of(SettingsViewModel model) {
        Button sums = new Button("Partial sums");
        sums.setId("show-partial-sums");
        sums.setTooltip(new Tooltip(
                "How the sums of each layer's tiles spread, the frozen range of the ADC, and what it clips"));
        sums.setOnAction(event -> model.devices().showSums());
        sums.setMinWidth(Region.USE_PREF_SIZE);
        SettingsCard card =
                new SettingsCard("Circuit", model, Group.CIRCUIT).action(sums).more();
        SettingRows rows = new SettingRows(card, model);
        for (CircuitSetting setting : CircuitSettings.all()) {
            if (setting.isSwitch()) {
                rows.usual(Settings.of(setting));
            } else {
                rows.number(Settings.of(setting), new IdealWord(setting));
            }
        }
        return card;
    }
}
