package org.driftscope.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
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
    private final List<Row> rows = new ArrayList<>();

    /** Nodes side by side. @param shown whether they are there now */
    private record Row(List<Node> nodes, BooleanProperty shown) {}

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
        // as wide in every card, so that the controls of all begin on one line
        Region labels = new Region();
        labels.getStyleClass().add("settings-label-column");
        grid.add(labels, 0, 0);
        getStyleClass().add("settings-card");
        getChildren().addAll(heading, grid);
    }

    /** A row with a slider and its field. */
    SettingsCard slider(Explained explained, SliderField field) {
        HoverCard.label(explained, field.field());
        Label label = HoverCard.label(explained, field.slider());
        label.setMinWidth(USE_PREF_SIZE);
        return add(List.of(label, field.slider(), field.field()));
    }

    /** A row with one control of full width. */
    SettingsCard wide(Explained explained, Control control) {
        Label label = HoverCard.label(explained, control);
        label.setMinWidth(USE_PREF_SIZE);
        if (control instanceof ComboBox<?> box) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        GridPane.setColumnSpan(control, COLUMNS - 1);
        return add(List.of(label, control));
    }

    /** A remark over the whole width; not there while it is empty. */
    SettingsCard note(Label note) {
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("setting-note");
        GridPane.setColumnSpan(note, COLUMNS);
        return add(List.of(note)).shownWhen(note.textProperty().map(text -> !text.isEmpty()));
    }

    /** The last row is there only while this holds. */
    SettingsCard shownWhen(ObservableValue<Boolean> condition) {
        rows.get(rows.size() - 1).shown().bind(condition);
        return this;
    }

    /** A row with one control of full width, and words about it below, which may be empty. */
    SettingsCard wide(Explained explained, Control control, Label words) {
        Label label = HoverCard.label(explained, control);
        label.setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("text-muted");
        VBox both = new VBox(control, words);
        GridPane.setValignment(label, VPos.BASELINE);
        GridPane.setValignment(both, VPos.BASELINE);
        GridPane.setColumnSpan(both, COLUMNS - 1);
        return add(List.of(label, both));
    }

    private SettingsCard add(List<Node> nodes) {
        BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
        for (Node node : nodes) {
            GridPane.setColumnIndex(node, nodes.indexOf(node));
            node.visibleProperty().bind(shown);
            node.managedProperty().bind(shown);
        }
        rows.add(new Row(nodes, shown));
        grid.getChildren().addAll(nodes);
        shown.subscribe(now -> arrange());
        return this;
    }

    /** Numbers the rows that are there: the grid keeps a gap around empty ones. */
    private void arrange() {
        int next = 0;
        for (Row row : rows) {
            int place = row.shown().get() ? next++ : 0;
            row.nodes().forEach(node -> GridPane.setRowIndex(node, place));
        }
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
        GridPane.setColumnSpan(value, COLUMNS - 1);
        GridPane.setHalignment(value, HPos.RIGHT);
        return add(List.of(label, value));
    }
}
