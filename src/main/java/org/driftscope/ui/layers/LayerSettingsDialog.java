package org.driftscope.ui.layers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.driftscope.experiment.setting.LayerRule;
import org.driftscope.experiment.setting.Setting;
import org.driftscope.support.SpecException;
import org.driftscope.ui.control.OverWindow;

/** Asks for the settings that some layers have in place of the chip's; what is left empty is as the chip has it. */
final class LayerSettingsDialog extends Dialog<Void> {
    private static final ButtonType APPLY = new ButtonType("Apply", ButtonData.OK_DONE);
    private static final ButtonType AS_CHIP = new ButtonType("All as the chip", ButtonData.LEFT);
    private static final int NAMED = 4;

    private final LayerSettingsModel model;
    private final List<String> layers;
    private final LayerSettingsModel.Common before;
    private final Map<Setting, OwnValue> fields = new LinkedHashMap<>();
    private final CheckBox digital = new CheckBox("Digital: computed exactly, not on the chip");
    private final Label refusal = new Label();

    /** @param layers names, one or more */
    LayerSettingsDialog(Window owner, LayerSettingsModel model, List<String> layers) {
        this.model = model;
        this.layers = model.ordered(layers);
        this.before = model.of(this.layers);
        OverWindow.place(this, owner);
        setTitle("Settings of these layers");
        getDialogPane().setId("layer-settings-dialog");
        getDialogPane()
                .getStylesheets()
                .add(Objects.requireNonNull(LayerSettingsDialog.class.getResource("layer-settings.css"))
                        .toExternalForm());
        getDialogPane().getButtonTypes().addAll(AS_CHIP, ButtonType.CANCEL, APPLY);
        getDialogPane().setContent(content());
        Button apply = (Button) getDialogPane().lookupButton(APPLY);
        apply.setId("layer-settings-apply");
        apply.disableProperty().bind(refusal.textProperty().isNotEmpty());
        apply.addEventFilter(ActionEvent.ACTION, event -> model.set(this.layers, digital.isSelected(), values()));
        Button none = (Button) getDialogPane().lookupButton(AS_CHIP);
        none.setId("layer-settings-none");
        none.setTooltip(new Tooltip("Takes back all settings of their own"));
        none.addEventFilter(ActionEvent.ACTION, event -> model.set(this.layers, false, Map.of()));
    }

    private VBox content() {
        Label names = new Label(told(layers));
        names.setId("layer-settings-names");
        names.getStyleClass().add("layer-settings-names");
        names.setWrapText(true);
        names.setTooltip(new Tooltip(String.join("\n", layers)));
        digital.setId("layer-" + LayerRule.DIGITAL);
        digital.setSelected(before.digital());
        digital.selectedProperty().subscribe(on -> check());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("layer-settings-grid");
        for (Setting setting : LayerSettingsModel.SHOWN) {
            OwnValue field =
                    OwnValue.of(setting, model.ofChip(setting), before.values().get(setting));
            field.textProperty().subscribe(text -> check());
            field.node().disableProperty().bind(digital.selectedProperty());
            Label label = new Label(field.label());
            label.setLabelFor(field.node());
            label.setTooltip(new Tooltip(setting.words().meaning().text()));
            grid.addRow(grid.getRowCount(), label, field.node());
            fields.put(setting, field);
        }
        Label note = new Label(note());
        note.getStyleClass().add("layer-settings-note");
        note.setWrapText(true);
        refusal.setId("layer-settings-refusal");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.visibleProperty().bind(refusal.managedProperty());
        check();
        VBox content = new VBox(names, digital, grid, note, refusal);
        content.getStyleClass().add("layer-settings-content");
        return content;
    }

    /** What empty fields mean here. */
    private String note() {
        String others = LayerSettingsModel.hidden(before.values()).entrySet().stream()
                .map(entry -> entry.getKey().words().sentence().apply(entry.getValue()))
                .collect(Collectors.joining(", "));
        String differing = before.differing().stream()
                .map(setting -> setting.words().inside())
                .collect(Collectors.joining(", "));
        return "Fields left empty are as the chip has them."
                + (others.isEmpty() ? "" : " Also set: " + others + ".")
                + (differing.isEmpty() ? "" : " The layers differ in " + differing + " now.");
    }

    /** All names where they are few. */
    private static String told(List<String> layers) {
        int more = layers.size() - NAMED;
        return String.join(", ", layers.subList(0, Math.min(NAMED, layers.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** @throws SpecException if one cannot be read */
    private Map<Setting, Object> values() {
        Map<Setting, Object> values = LayerSettingsModel.hidden(before.values());
        if (digital.isSelected()) {
            return Map.of();
        }
        fields.forEach((setting, field) -> field.value().ifPresent(value -> values.put(setting, value)));
        return values;
    }

    private void check() {
        if (fields.size() < LayerSettingsModel.SHOWN.size()) {
            return;
        }
        try {
            refusal.setText(model.refusal(layers, digital.isSelected(), values()));
        } catch (SpecException e) {
            refusal.setText(e.userMessage());
        }
    }
}
