package org.driftscope.ui.layers;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleExpression;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The left panel: filter, quick choices, the table, and beneath it whatever the window puts there. */
public final class LayersView extends VBox {
    private static final List<Integer> MOST_AFFECTED = List.of(1, 2, 4, 6, 10, 14);

    private final LayersViewModel model;
    private final LayersTable table;

    /**
     * @param scale of the window, 1 is normal
     * @param beneath shown under the table, such as the map of tiles
     */
    public LayersView(LayersViewModel model, DoubleExpression scale, Node beneath) {
        this.model = model;
        setId("layers");
        getStyleClass().add("side-panel");
        Label title = new Label("Layers");
        title.getStyleClass().add("panel-title");
        table = new LayersTable(model, scale, this::askSettings);
        VBox.setVgrow(table, Priority.ALWAYS);
        Button own = button(
                "layer-settings",
                "Own settings\u2026",
                "Other cells, tiles or converters for the selected layers than for the chip",
                this::askSettings);
        own.disableProperty().bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        getChildren().addAll(title, filter(model), choices(model, own), table, beneath);
    }

    private void askSettings() {
        List<String> chosen = table.selectedLayers();
        if (!chosen.isEmpty()) {
            new LayerSettingsDialog(getScene().getWindow(), model.settings(), chosen).show();
        }
    }

    private static TextField filter(LayersViewModel model) {
        TextField filter = TextFields.createClearableTextField();
        filter.setId("layers-filter");
        filter.setPromptText("Filter by name");
        filter.setAccessibleText("Filter layers by name");
        filter.textProperty().bindBidirectional(model.filterProperty());
        return filter;
    }

    private static FlowPane choices(LayersViewModel model, Button own) {
        MenuButton stages = new MenuButton("Stage");
        stages.setId("tick-stage");
        stages.setTooltip(new Tooltip("Tick or untick all layers of a stage"));
        stages.setOnShowing(event -> stages.getItems()
                .setAll(model.stages().stream()
                        .map(stage -> item(stage, () -> model.toggleStage(stage)))
                        .toList()));
        // a menu without items never shows
        stages.getItems().add(new MenuItem());
        MenuButton most = new MenuButton("Largest error");
        most.setId("tick-most");
        most.setTooltip(new Tooltip("Tick only the layers of the largest feature error after drift"));
        MOST_AFFECTED.forEach(
                k -> most.getItems().add(item(k + (k == 1 ? " layer" : " layers"), () -> model.tickMostAffected(k))));
        FlowPane row = new FlowPane(
                4,
                4,
                button("tick-all", "All", "Tick all layers", model::tickAll),
                button("tick-none", "None", "Untick all layers", model::tickNone),
                button("tick-invert", "Invert", "Tick what is not ticked", model::invertTicks),
                stages,
                most,
                own);
        row.getStyleClass().add("link-row");
        return row;
    }

    private static Button button(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
