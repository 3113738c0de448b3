package org.driftscope.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.ui.settings.model.DriftLayersModel;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.state.ExplorerState;

/** The rows of drifting layers: a menu of what is usual, and behind "More" their names. */
final class DriftLayersRow {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final DriftLayersModel model;
    private final ObservableValue<ExplorerState> state;
    private final MenuButton menu = new MenuButton();
    private final TextField names = new TextField();

    /** @param state followed: whatever changes the choice */
    DriftLayersRow(DriftLayersModel model, ObservableValue<ExplorerState> state) {
        this.model = model;
        this.state = state;
        menu.setId(DriftSettings.DRIFT_LAYERS.option());
        menu.setMaxWidth(Double.MAX_VALUE);
        names.setId("drift-layer-names");
        names.setPromptText("all");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(names.textProperty());
        names.setTooltip(whole);
        names.setOnAction(event -> model.take(names.getText()));
        names.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.take(names.getText());
                names.setText(model.text());
            }
        });
        names.textProperty()
                .subscribe(text -> names.pseudoClassStateChanged(
                        REFUSED, !model.refusal(text).isEmpty()));
        state.map(ExplorerState::drifting).subscribe(now -> show());
        model.networkProperty().subscribe(open -> show());
    }

    private void show() {
        menu.setText(model.words());
        menu.getItems().setAll(items());
        menu.setDisable(model.all().isEmpty());
        names.setText(model.text());
    }

    SettingsCard addTo(SettingsCard card) {
        return card.wide(SettingRows.explained(DriftSettings.DRIFT_LAYERS), menu)
                .resets(SettingCatalogue.of(DriftSettings.DRIFT_LAYERS));
    }

    /** Behind "More". */
    SettingsCard addNamesTo(SettingsCard card) {
        return card.wide(Explanations.DRIFTING_NAMES, names)
                .refusal(Bindings.createStringBinding(
                        () -> model.refusal(names.getText()), names.textProperty(), model.networkProperty(), state));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item("All layers", model::chooseAll));
        items.add(item("The ticked layers", model::chooseTicked));
        items.add(new SeparatorMenuItem());
        for (String stage : model.stages()) {
            CheckMenuItem item = new CheckMenuItem(stage);
            item.setMnemonicParsing(false);
            item.setSelected(model.drifts(stage));
            item.setOnAction(event -> model.toggle(stage));
            items.add(item);
        }
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
