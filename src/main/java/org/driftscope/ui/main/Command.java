package org.driftscope.ui.main;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.Keys;
import org.driftscope.ui.help.Shortcut;
import org.driftscope.ui.palette.MenuEntries;
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
 * @param subject what it would do it to, said behind the name, e.g. "rank"; null where that never changes
 * @param needs what it waits for where it cannot be asked for; "" where nobody knows
 */
record Command(
        String id,
        String name,
        String meaning,
        List<String> keys,
        Runnable action,
        @Nullable ObservableValue<Boolean> disabled,
        @Nullable ObservableValue<String> subject,
        String needs) {
    /** What most wait for. */
    static final String NEEDS_NETWORK = "Needs an open network";

    static Command of(String id, String name, String meaning, List<String> keys, Runnable action) {
        return new Command(id, name, meaning, keys, action, null, null, "");
    }

    /** @param why what it waits for, in a few words */
    Command disabledWhen(ObservableValue<Boolean> condition, String why) {
        return new Command(id, name, meaning, keys, action, condition, subject, why);
    }

    /** The same command that names what it would do it to, in menu and tooltip. */
    Command of(ObservableValue<String> what) {
        return new Command(id, name, meaning, keys, action, disabled, what, needs);
    }

    /** The same command on another button. */
    Command withId(String other) {
        return new Command(other, name, meaning, keys, action, disabled, subject, needs);
    }

    /** The same command under a name for less room. */
    Command named(String other) {
        return new Command(id, other, meaning, keys, action, disabled, subject, needs);
    }

    /** E.g. "Undo rank"; only the name where there is no subject. */
    private ObservableValue<String> named(ObservableValue<String> what) {
        return what.map(text -> (name + " " + text).strip());
    }

    /** Does it unless it is disabled. */
    void run() {
        if (disabled == null || !disabled.getValue()) {
            action.run();
        }
    }

    private String shownKeys() {
        return keys.isEmpty() ? "" : Keys.shown(keys.get(0));
    }

    /** What it does, with its keys as this platform writes them. */
    String hint() {
        return withKeys(meaning);
    }

    Shortcut shortcut() {
        return new Shortcut(shownKeys(), meaning);
    }

    Button button() {
        Button button = new Button(name);
        explain(button.getProperties());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip(hint());
        if (subject != null) {
            tooltip.textProperty().bind(named(subject).map(this::withKeys));
        }
        button.setTooltip(tooltip);
        button.setAccessibleText(name.isEmpty() ? meaning : name);
        button.setOnAction(event -> action.run());
        if (disabled != null) {
            button.disableProperty().bind(disabled);
        }
        return button;
    }

    /** For whoever lists what buttons and menus hold. */
    void explain(Map<Object, Object> properties) {
        properties.put(MenuEntries.MEANING, meaning);
        properties.put(MenuEntries.KEYS, shownKeys());
        properties.put(MenuEntries.NEEDS, needs);
    }

    private String withKeys(String text) {
        return keys.isEmpty() ? text : text + " (" + shownKeys() + ")";
    }

    MenuItem menuItem() {
        MenuItem item = new MenuItem(name.isEmpty() ? meaning : name);
        if (subject != null) {
            item.setMnemonicParsing(false);
            item.textProperty().bind(named(subject));
        }
        explain(item.getProperties());
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
