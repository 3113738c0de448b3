package org.driftscope.ui.settings;

import static org.driftscope.experiment.setting.DeviceSettings.CIRCUIT_PRESET;
import static org.driftscope.experiment.setting.WireSettings.WIRES;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.crossbar.CircuitPreset;
import org.driftscope.crossbar.circuit.CircuitNotes;
import org.driftscope.crossbar.circuit.CircuitSetting;
import org.driftscope.crossbar.circuit.CircuitSettings;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** What is around the cells, a row for each of {@link CircuitSettings}; most of it behind "More", since it is off at first. */
final class CircuitCard {
    private CircuitCard() {}

    static SettingsCard of(SettingsViewModel model) {
        Button sums = new Button("Partial sums");
        sums.setId("show-partial-sums");
        sums.setTooltip(new Tooltip(
                "How the sums of each layer's tiles spread, the frozen range of the ADC, and what it clips"));
        sums.setOnAction(event -> model.devices().showSums());
        sums.setMinWidth(Region.USE_PREF_SIZE);
        SettingsCard card = new SettingsCard("Circuit", model, Group.CIRCUIT).action(sums);
        card.wide(SettingRows.explained(CIRCUIT_PRESET), choice(CIRCUIT_PRESET, model));
        card.note(missing(model)).more();
        SettingRows rows = new SettingRows(card, model);
        for (CircuitSetting setting : CircuitSettings.all()) {
            if (setting.equals(CircuitSettings.WIRE_ROWS)) {
                card.wide(SettingRows.explained(WIRES), choice(WIRES, model));
            }
            if (setting.isSwitch()) {
                rows.usual(Settings.of(setting));
            } else {
                rows.number(Settings.of(setting), new IdealWord(setting));
            }
        }
        return card;
    }

    private static Control choice(Setting setting, SettingsViewModel model) {
        return Choice.of(
                setting.option(),
                List.copyOf(setting.words().choices().keySet()),
                model.word(setting),
                setting.words()::choice);
    }

    /** What the preset does not set of its circuit, and what a circuit of one's own is that it does not seem to be. */
    private static Label missing(SettingsViewModel model) {
        Label label = new Label();
        label.setId("circuit-preset-note");
        label.textProperty().bind(model.stateProperty().map(state -> CircuitPreset.of(
                        state.chip().crossbar())
                .map(CircuitPreset::missing)
                .filter(sentence -> !sentence.isEmpty())
                .orElseGet(() ->
                        String.join(" ", CircuitNotes.of(state.chip().crossbar().circuit())))));
        return label;
    }
}
