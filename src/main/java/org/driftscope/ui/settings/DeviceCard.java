package org.driftscope.ui.settings;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.crossbar.MappingKind;
import org.driftscope.crossbar.ScaleScope;
import org.driftscope.device.ProgrammingError.RelativeTo;
import org.driftscope.ui.control.BoundedNumber;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.model.DeviceSettingsModel;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** The cells: mapping, conductance range, levels, and how weights are written to them. */
final class DeviceCard {
    private static final List<Integer> LEVELS = List.of(0, 4, 8, 16, 32, 64, 128, 256);

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
        SettingsCard card = new SettingsCard("Device", model, Group.DEVICE)
                .action(about)
                .wide(Explanations.CELLS, DeviceChoice.of(model))
                .resets("device")
                .note(outside)
                .wide(
                        Explanations.MAPPING,
                        Choice.of("mapping", MappingKind.all(), model.mappingProperty(), MappingKind::label))
                .resets("mapping")
                .slider(
                        Explanations.G_MAX,
                        new SliderField(
                                "g-max",
                                NumberScale.logarithmic(1, 1000, false, "µS").typed(0, MOST_US),
                                model.gMaxUsProperty(),
                                model::settled))
                .resets("g-max")
                .slider(
                        Explanations.ON_OFF,
                        new SliderField(
                                "on-off",
                                NumberScale.logarithmic(2, 10_000, true, "").typed(1, Double.POSITIVE_INFINITY),
                                model.onOffRatioProperty(),
                                model::settled))
                .resets("on-off")
                .wide(
                        Explanations.LEVELS,
                        Choice.open(
                                "levels", LEVELS, model.levelsProperty(), n -> n == 0 ? "Continuous" : n + " levels"))
                .resets("levels")
                .more();
        return weights(card, model, model.deviceSettings());
    }

    private static SettingsCard weights(SettingsCard card, SettingsViewModel model, DeviceSettingsModel device) {
        BoundedNumber lowest =
                new BoundedNumber(0, false, () -> model.gMaxUsProperty().get(), true, 1, "µS", false);
        return card.number(
                        Explanations.G_MIN, new NumberField("g-min", lowest, device.gMinUsProperty(), model::settled))
                .wide(
                        Explanations.SCALE,
                        Choice.of(
                                "scale",
                                List.of(ScaleScope.values()),
                                device.scaleProperty(),
                                scope -> scope == ScaleScope.LAYER ? "Per layer" : "Per column"))
                .resets("scale")
                .number(
                        Explanations.CLIP_PERCENTILE,
                        new NumberField(
                                "clip-percentile",
                                new BoundedNumber(LEAST_PERCENTILE, true, () -> PER_CENT, false, 1, "%", false),
                                device.clipPercentileProperty(),
                                model::settled))
                .resets("clip-percentile")
                .number(
                        Explanations.PROGRAMMING_ERROR,
                        new NumberField(
                                "programming-error",
                                BoundedNumber.between(0, 1, PER_CENT, "%", false),
                                device.programmingErrorProperty(),
                                model::settled))
                .resets("programming-error")
                .wide(
                        Explanations.PROGRAMMING_ERROR_OF,
                        Choice.of(
                                "programming-error-of",
                                List.of(RelativeTo.values()),
                                device.errorOfProperty(),
                                of -> of == RelativeTo.G_MAX ? "G max" : "Each cell's target"))
                .resets("programming-error-of")
                .shownWhen(device.programmingErrorProperty().map(amount -> amount.doubleValue() > 0))
                .number(
                        Explanations.TILE,
                        new NumberField(
                                "tile",
                                BoundedNumber.between(1, MOST_CELLS, 1, "", true),
                                device.tileProperty(),
                                model::settled))
                .resets("tile")
                .wide(Explanations.CLIP_TO_RANGE, clipToRange(device))
                .resets("clip-to-range");
    }

    private static CheckBox clipToRange(DeviceSettingsModel device) {
        CheckBox box = new CheckBox("after drift");
        box.setId("clip-to-range");
        box.selectedProperty().bindBidirectional(device.clipToRangeProperty());
        return box;
    }
}
