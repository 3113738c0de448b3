package org.driftscope.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.SettingEntry.Group;

/** How the cells drift, and which chip of its kind it is. */
final class DriftCard {
    private DriftCard() {}

    static SettingsCard of(SettingsViewModel model) {
        // as long as there is one, a list to choose from would promise more
        Label driftModel = new Label("Relative Gaussian");
        driftModel.setId("drift-model");
        Button another = new Button("Another chip");
        another.setId("another-chip");
        another.setTooltip(new Tooltip("Draw a new seed: another chip of the same kind"));
        another.setOnAction(event -> model.anotherChip());
        another.setMinWidth(Region.USE_PREF_SIZE);
        TextField seed = seedField(model);
        DriftLayersRow layers = new DriftLayersRow(model.driftLayers(), model.stateProperty());
        SettingsCard card = new SettingsCard("Drift", model, Group.DRIFT)
                .wide(Explanations.DRIFT_MODEL, driftModel)
                .slider(
                        Explanations.RELATIVE_DRIFT,
                        new SliderField(
                                "drift",
                                NumberScale.linear(0, 0.5, 0.005, 100, "%").typed(0, 1),
                                model.relativeDriftProperty(),
                                model::settled))
                .resets("drift")
                .wide(Explanations.SEED, seed)
                .refusal(seed.textProperty()
                        .map(text -> isSeed(text) ? "" : "Give a whole number of at most 18 digits."))
                .resets("seed")
                .action(another);
        return layers.addNamesTo(layers.addTo(card).more());
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
        field.textProperty().subscribe(text -> field.pseudoClassStateChanged(error, !isSeed(text)));
        return field;
    }

    private static boolean isSeed(String text) {
        return text.strip().matches("-?\\d{1,18}");
    }
}
