package org.driftscope.ui.settings;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.SliderField;

/** A titled group of settings: one row a setting, the label to the left, the control to the right. */
final class SettingsCard extends VBox {
    private static final int COLUMNS = 3;

    private final HBox heading = new HBox();
    private final GridPane grid = new GridPane();

    SettingsCard(String title) {
        Label name = new Label(title);
        name.getStyleClass().add("panel-title");
        heading.getStyleClass().add("heading");
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getChildren().add(name);
        grid.getStyleClass().add("settings-grid");
        ColumnConstraints control = new ColumnConstraints();
        control.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), control, new ColumnConstraints());
        getStyleClass().add("settings-card");
        getChildren().addAll(heading, grid);
    }

    /** A row with a slider and its field. */
    SettingsCard slider(Explained explained, SliderField field) {
        HoverCard.label(explained, field.field());
        Label label = HoverCard.label(explained, field.slider());
        label.setMinWidth(USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, field.slider(), field.field());
        return this;
    }

    /** A row with one control of full width. */
    SettingsCard wide(Explained explained, Control control) {
        Label label = HoverCard.label(explained, control);
        label.setMinWidth(USE_PREF_SIZE);
        if (control instanceof ComboBox<?> box) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(control, 1, row, COLUMNS - 1, 1);
        return this;
    }

    /** A row with one control of full width, and words about it below, which may be empty. */
    SettingsCard wide(Explained explained, Control control, Label words) {
        Label label = HoverCard.label(explained, control);
        label.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("text-muted");
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        VBox both = new VBox(control, words);
        GridPane.setValignment(label, VPos.BASELINE);
        GridPane.setValignment(both, VPos.BASELINE);
        grid.add(both, 1, row, COLUMNS - 1, 1);
        return this;
    }

    /** Puts a button beside the title. */
    SettingsCard action(Button button) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading.getChildren().addAll(space, button);
        return this;
    }

    /** A row with a number to read; where it is narrow, its label gives way. */
    SettingsCard figure(Explained explained, Label value) {
        value.getStyleClass().add("cost-value");
        value.setMinWidth(USE_PREF_SIZE);
        Label label = HoverCard.label(explained, value);
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(value, 1, row, COLUMNS - 1, 1);
        GridPane.setHalignment(value, HPos.RIGHT);
        return this;
    }
}
