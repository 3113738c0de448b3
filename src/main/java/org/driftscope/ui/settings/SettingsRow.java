package org.driftscope.ui.settings;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/** One setting in a card's grid: nodes side by side, a way back, and under them why a text is not taken. */
final class SettingsRow {
    private final GridPane grid;
    private final @Nullable Label label;
    private final List<Node> nodes;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
    private @Nullable Label refusal;
    private @Nullable Button reset;

    SettingsRow(GridPane grid, @Nullable Label label, List<Node> nodes) {
        this.grid = grid;
        this.label = label;
        this.nodes = nodes;
        for (Node node : nodes) {
            GridPane.setColumnIndex(node, nodes.indexOf(node));
            node.visibleProperty().bind(shown);
            node.managedProperty().bind(shown);
        }
    }

    GridPane grid() {
        return grid;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** The setting's name; null for a remark. */
    @Nullable
    Label label() {
        return label;
    }

    /** Whether it is there now. */
    BooleanProperty shown() {
        return shown;
    }

    void refuseBy(Label words) {
        refusal = words;
        words.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> shown.get() && !words.getText().isEmpty(), shown, words.textProperty()));
        words.managedProperty().bind(words.visibleProperty());
    }

    void resetBy(Button button) {
        reset = button;
    }

    /** @param next the first free row @return the next one */
    int place(int next) {
        int row = shown.get() ? next : 0;
        nodes.forEach(node -> GridPane.setRowIndex(node, row));
        if (reset != null) {
            GridPane.setRowIndex(reset, row);
        }
        if (refusal != null) {
            GridPane.setRowIndex(refusal, refusal.isVisible() ? next + 1 : 0);
            return next + (refusal.isVisible() ? 2 : shown.get() ? 1 : 0);
        }
        return next + (shown.get() ? 1 : 0);
    }
}
