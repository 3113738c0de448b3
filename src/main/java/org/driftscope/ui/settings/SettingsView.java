package org.driftscope.ui.settings;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** The right panel: cards of settings in causal order, from images to drift and calibration, and what the calibration would cost. */
public final class SettingsView extends ScrollPane {
    public SettingsView(SettingsViewModel model) {
        setId("settings");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(new VBox(
                ImagesCard.of(model),
                DeviceCard.of(model),
                CircuitCard.of(model),
                DriftCard.of(model),
                CalibrationCard.of(model),
                CostCard.of(model)));
    }
}
