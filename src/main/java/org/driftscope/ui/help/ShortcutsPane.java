package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** The list of all shortcuts, for a dialog. */
public final class ShortcutsPane extends GridPane {
    private static final int LINES = 17;

    public ShortcutsPane(List<Shortcut> shortcuts) {
        setId("shortcuts");
        getStyleClass().add("shortcuts");
        for (int i = 0; i < shortcuts.size(); i++) {
            Shortcut shortcut = shortcuts.get(i);
            Label key = new Label(shortcut.keys());
            key.getStyleClass().add("shortcut-key");
            Label action = new Label(shortcut.action());
            // a grid would rather cut its second column than grow
            key.setMinWidth(USE_PREF_SIZE);
            action.setMinWidth(USE_PREF_SIZE);
            int column = i / LINES * 2;
            add(key, column, i % LINES);
            add(action, column + 1, i % LINES);
        }
    }
}
