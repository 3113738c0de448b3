package org.driftscope.ui.settings;

import static org.driftscope.experiment.setting.DriftSettings.AGE;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT;
import static org.driftscope.experiment.setting.DriftSettings.DRIFT_LAYERS;
import static org.driftscope.experiment.setting.DriftSettings.SEED;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.experiment.setting.Settings.Part;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.age.AgeScale;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** How the cells drift, and which chip of its kind it is. */
final class DriftCard {
    private DriftCard() {}

    static SettingsCard of(SettingsViewModel model) {
        ObservableValue<Boolean> ages =
                model.stateProperty().map(state -> state.chip().ages());
        Button another = new Button("Another chip");
        another.setId("another-chip");
        another.setTooltip(new Tooltip("Draw a new seed: another chip of the same kind"));
        another.setOnAction(event -> model.anotherChip());
        another.setMinWidth(Region.USE_PREF_SIZE);
        TextField seed = seedField(model);
        DriftLayersRow layers = new DriftLayersRow(model.driftLayers(), model.stateProperty());
        SettingsCard card = new SettingsCard("Drift", model, Group.DRIFT);
        SettingRows rows = new SettingRows(card, model);
        rows.slider(DRIFT, NumberScale.linear(0, 0.5, 0.005, 100, "%").typed(0, 1))
                .slider(AGE, new AgeScale());
        // a row for each number that a device lets people set
        Settings.of(Part.DRIFT).stream()
                .filter(setting -> !List.of(DRIFT, AGE, SEED, DRIFT_LAYERS).contains(setting))
                .forEach(rows::usual);
        card.wide(SettingRows.explained(SEED), seed)
                .refusal(seed.textProperty()
                        .map(text -> isSeed(text) ? "" : "Give a whole number of at most 18 digits."))
                .resets(SettingCatalogue.of(SEED))
                .action(AgePlayer.button(model, ages))
                .action(another);
        return layers.addNamesTo(layers.addTo(card).more());
    }

    private static TextField seedField(SettingsViewModel model) {
        TextField field = new TextField();
        field.setId(SEED.option());
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
