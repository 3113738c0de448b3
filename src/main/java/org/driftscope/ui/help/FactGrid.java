package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names with values that can be selected and copied. */
final class FactGrid extends GridPane {
    FactGrid(List<Fact> facts) {
        getStyleClass().add("facts");
        for (int i = 0; i < facts.size(); i++) {
            Label name = new Label(facts.get(i).name());
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            TextField value = new TextField(facts.get(i).value());
            value.setEditable(false);
            value.setAccessibleText(facts.get(i).name());
            value.getStyleClass().add("fact-value");
            name.setLabelFor(value);
            GridPane.setHgrow(value, Priority.ALWAYS);
            addRow(i, name, value);
        }
    }
}
