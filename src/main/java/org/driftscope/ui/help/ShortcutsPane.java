package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;

/** The list of all shortcuts, for a dialog. */
public final class ShortcutsPane extends ScrollPane {
    private static final int COLUMNS = 2;

    public ShortcutsPane(List<Shortcut> shortcuts) {
        setId("shortcuts");
        getStyleClass().add("help-scroll");
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("help-page", "shortcuts");
        int lines = (shortcuts.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < shortcuts.size(); i++) {
            Shortcut shortcut = shortcuts.get(i);
            Label key = new Label(shortcut.keys());
            key.getStyleClass().add("shortcut-key");
            Label action = new Label(shortcut.action());
            // a grid would rather cut its second column than grow
            key.setMinWidth(USE_PREF_SIZE);
            action.setMinWidth(USE_PREF_SIZE);
            int column = i / lines * 2;
            grid.add(key, column, i % lines);
            grid.add(action, column + 1, i % lines);
        }
        setContent(grid);
    }
}
