package org.driftscope.ui.settings;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.BoundedNumber;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.NumberScale;
import org.driftscope.ui.control.SliderField;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;

/** How the cells drift, and which chip of its kind it is. */
final class DriftCard {
    private DriftCard() {}

    static SettingsCard of(SettingsViewModel model) {
        ObservableValue<Boolean> ages =
                model.deviceProperty().map(device -> device.model().ages());
        Button another = new Button("Another chip");
        another.setId("another-chip");
        another.setTooltip(new Tooltip("Draw a new seed: another chip of the same kind"));
        another.setOnAction(event -> model.anotherChip());
        another.setMinWidth(Region.USE_PREF_SIZE);
        TextField seed = seedField(model);
        DriftLayersRow layers = new DriftLayersRow(model.driftLayers(), model.stateProperty());
        SettingsCard card = new SettingsCard("Drift", model, Group.DRIFT)
                .slider(
                        Explanations.RELATIVE_DRIFT,
                        new SliderField(
                                "drift",
                                NumberScale.linear(0, 0.5, 0.005, 100, "%").typed(0, 1),
                                model.relativeDriftProperty(),
                                model::settled))
                .resets("drift")
                .shownWhen(ages.map(age -> !age))
                .slider(
                        Explanations.AGE,
                        new SliderField("age", new AgeScale(), model.ageSecondsProperty(), model::settled))
                .resets("age")
                .shownWhen(ages);
        parameters(card, model);
        card.wide(Explanations.SEED, seed)
                .refusal(seed.textProperty()
                        .map(text -> isSeed(text) ? "" : "Give a whole number of at most 18 digits."))
                .resets("seed")
                .action(AgePlayer.button(model, ages))
                .action(another);
        return layers.addNamesTo(layers.addTo(card).more());
    }

    /** A row for each number that a device lets people set, there while that device is. */
    private static void parameters(SettingsCard card, SettingsViewModel model) {
        model.deviceSettings().parameters().forEach((parameter, value) -> card.number(
                        new Explained(parameter.label(), parameter.meaning() + "."),
                        new NumberField(
                                parameter.option(),
                                BoundedNumber.between(parameter.least(), parameter.most(), 1, "", false),
                                value,
                                model::settled))
                .resets(parameter.option())
                .shownWhen(model.deviceProperty()
                        .map(device -> device.model().parameters().containsKey(parameter))));
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
