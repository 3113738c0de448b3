package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** The list of all shortcuts, for a dialog. */
public final class ShortcutsPane extends GridPane {
    private static final int LINES = 14;

    public ShortcutsPane(List<Shortcut> shortcuts) {
        setId("shortcuts");
        setHgap(18);
        setVgap(6);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(keys, new ColumnConstraints(), keys);
        for (int i = 0; i < shortcuts.size(); i++) {
            Shortcut shortcut = shortcuts.get(i);
            Label key = new Label(shortcut.keys());
            key.getStyleClass().add("shortcut-key");
            int column = i / LINES * 2;
            add(key, column, i % LINES);
            add(new Label(shortcut.action()), column + 1, i % LINES);
        }
    }
}
