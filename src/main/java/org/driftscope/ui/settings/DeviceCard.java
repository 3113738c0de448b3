package org.driftscope.ui.settings;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.ui.control.BoundedNumber;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** The cells: mapping, conductance range, levels, and how weights are written to them. */
final class DeviceCard {
    private static final List<Number> LEVELS = List.of(0.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0);

    private static final double MOST_US = 1e6;
    private static final double LEAST_PERCENTILE = 50;
    private static final double PER_CENT = 100;
    private static final int MOST_CELLS = 65_536;

    private DeviceCard() {}

    static SettingsCard of(SettingsViewModel model) {
        Label outside = new Label();
        outside.setId("device-outside");
        outside.textProperty().bind(model.outsideProperty());
        Button about = new Button("About");
        about.setId("about-device");
        about.setTooltip(new Tooltip("What is known of these cells: source, valid range, spread and shift"));
        about.setOnAction(event -> model.devices().showCard());
        about.setMinWidth(Region.USE_PREF_SIZE);
        SettingsCard card = new SettingsCard("Device", model, Group.DEVICE).action(about);
        SettingRows rows = new SettingRows(card, model);
        rows.wide(DeviceSettings.DEVICE, DeviceChoice.of(model));
        card.note(outside);
        rows.choice(DeviceSettings.MAPPING)
                .slider(
                        DeviceSettings.G_MAX,
                        NumberScale.logarithmic(1, 1000, false, "µS").typed(0, MOST_US))
                .slider(
                        DeviceSettings.ON_OFF,
                        NumberScale.logarithmic(2, 10_000, true, "").typed(1, Double.POSITIVE_INFINITY))
                .wide(
                        DeviceSettings.LEVELS,
                        Choice.open(
                                DeviceSettings.LEVELS.option(),
                                LEVELS,
                                model.number(DeviceSettings.LEVELS),
                                n -> n.intValue() == 0 ? "Continuous" : n.intValue() + " levels"));
        weights(card.more(), rows, model);
        return card;
    }

    private static void weights(SettingsCard card, SettingRows rows, SettingsViewModel model) {
        BoundedNumber lowest =
                new BoundedNumber(0, false, model.number(DeviceSettings.G_MAX)::get, true, 1, "µS", false);
        card.number(Explanations.G_MIN, new NumberField("g-min", lowest, model.gMinUsProperty(), model::settled));
        rows.choice(DeviceSettings.SCALE)
                .number(
                        DeviceSettings.CLIP_PERCENTILE,
                        new BoundedNumber(LEAST_PERCENTILE, true, () -> PER_CENT, false, 1, "%", false))
                .number(DeviceSettings.PROGRAMMING_ERROR, BoundedNumber.between(0, 1, PER_CENT, "%", false))
                .choice(DeviceSettings.PROGRAMMING_ERROR_OF)
                .number(DeviceSettings.TILE, BoundedNumber.between(1, MOST_CELLS, 1, "", true))
                .onOff(DeviceSettings.CLIP_TO_RANGE, "after drift");
    }
}
