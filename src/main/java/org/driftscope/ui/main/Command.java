package org.driftscope.ui.main;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.driftscope.ui.help.Shortcut;
import org.jspecify.annotations.Nullable;

/**
 * Something a user can ask for, by button, menu or key.
 *
 * @param id of its button
 * @param name on the button or in the menu
 * @param meaning for the tooltip and the list of shortcuts
 * @param keys that trigger it, the first is shown; may be empty
 * @param action what it does
 * @param disabled when it cannot be asked for; null for never
 */
record Command(
        String id,
        String name,
        String meaning,
        List<String> keys,
        Runnable action,
        @Nullable ObservableValue<Boolean> disabled) {

    static Command of(String id, String name, String meaning, List<String> keys, Runnable action) {
        return new Command(id, name, meaning, keys, action, null);
    }

    Command disabledWhen(ObservableValue<Boolean> condition) {
        return new Command(id, name, meaning, keys, action, condition);
    }

    /** Does it unless it is disabled. */
    void run() {
        if (disabled == null || !disabled.getValue()) {
            action.run();
        }
    }

    private String shownKeys() {
        return keys.isEmpty() ? "" : keysShown(keys.get(0));
    }

    /** A combination as this platform writes it. */
    static String keysShown(String keys) {
        return KeyCombination.valueOf(keys).getDisplayText();
    }

    /** What it does, with its keys as this platform writes them. */
    String hint() {
        return keys.isEmpty() ? meaning : meaning + " (" + shownKeys() + ")";
    }

    Shortcut shortcut() {
        return new Shortcut(shownKeys(), meaning);
    }

    Button button() {
        Button button = new Button(name);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(hint()));
        button.setAccessibleText(name.isEmpty() ? meaning : name);
        button.setOnAction(event -> action.run());
        if (disabled != null) {
            button.disableProperty().bind(disabled);
        }
        return button;
    }

    MenuItem menuItem() {
        MenuItem item = new MenuItem(name.isEmpty() ? meaning : name);
        item.setId(id + "-item");
        item.setOnAction(event -> action.run());
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys.get(0)));
        }
        if (disabled != null) {
            item.disableProperty().bind(disabled);
        }
        return item;
    }
}
