package org.driftscope.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;

/** How the cells drift, and which chip of its kind it is. */
final class DriftCard {
    private DriftCard() {}

    static SettingsCard of(SettingsViewModel model) {
        ComboBox<String> driftModel = new ComboBox<>();
        driftModel.setId("drift-model");
        driftModel.getItems().setAll("Relative Gaussian");
        driftModel.getSelectionModel().selectFirst();
        Button another = new Button("Another chip");
        another.setId("another-chip");
        another.setTooltip(new Tooltip("Draw a new seed: another chip of the same kind"));
        another.setOnAction(event -> model.anotherChip());
        another.setMinWidth(Region.USE_PREF_SIZE);
        return new SettingsCard("Drift")
                .wide(Explanations.DRIFT_MODEL, driftModel)
                .slider(
                        Explanations.RELATIVE_DRIFT,
                        new SliderField(
                                "drift",
                                NumberScale.linear(0, 0.5, 0.005, 100, "%"),
                                model.relativeDriftProperty(),
                                model::settled))
                .wide(Explanations.SEED, seedField(model))
                .action(another);
    }

    private static TextField seedField(SettingsViewModel model) {
        TextField field = new TextField();
        field.setId("seed");
        field.setText(model.seedProperty().get());
        model.seedProperty().subscribe(field::setText);
        field.setOnAction(event -> model.seedProperty().set(field.getText()));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.seedProperty().set(field.getText());
                field.setText(model.seedProperty().get());
            }
        });
        PseudoClass error = PseudoClass.getPseudoClass("danger");
        field.textProperty()
                .subscribe(text ->
                        field.pseudoClassStateChanged(error, !text.strip().matches("-?\\d{1,18}")));
        return field;
    }
}
