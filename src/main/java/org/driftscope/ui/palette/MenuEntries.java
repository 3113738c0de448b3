package org.driftscope.ui.palette;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** All that the menus and buttons of a bar hold: there is no second list that could miss something. */
public final class MenuEntries {
    /** Property of a node or item: a sentence on what it does. */
    public static final String MEANING = "driftscope.meaning";

    /** Property of a node or item: its keys. */
    public static final String KEYS = "driftscope.keys";

    /** Property of a node or item: when it can be done, where it cannot now. */
    public static final String NEEDS = "driftscope.needs";

    private static final String OF_AN_ITEM = "-item";

    private final List<PaletteEntry> entries = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private MenuEntries() {}

    /** In the bar's order; what is both a button and an item is there once. */
    public static List<PaletteEntry> of(Parent bar) {
        MenuEntries found = new MenuEntries();
        // items first: they name what they would do it to, as in "Undo rank"
        bar.getChildrenUnmodifiable().forEach(found::addMenu);
        bar.getChildrenUnmodifiable().forEach(found::addButton);
        return List.copyOf(found.entries);
    }

    private void addMenu(Node node) {
        if (node instanceof MenuButton menu) {
            String place = menu.getText() == null || menu.getText().isEmpty()
                    ? Objects.requireNonNullElse(menu.getAccessibleText(), "")
                    : menu.getText();
            menu.getItems().forEach(item -> addItem(item, place, menu.isDisabled()));
        }
    }

    private void addItem(MenuItem item, String place, boolean disabled) {
        if (item instanceof SeparatorMenuItem) {
            return;
        }
        if (item instanceof Menu menu) {
            menu.getItems().forEach(inner -> addItem(inner, place + " \u203a " + menu.getText(), disabled));
            return;
        }
        if (isNew(item.getId())) {
            String keys =
                    item.getAccelerator() == null ? "" : item.getAccelerator().getDisplayText();
            entries.add(new PaletteEntry(
                    item.getText(),
                    place,
                    text(item.getProperties().get(MEANING)),
                    keys,
                    refusal(disabled || item.isDisable(), item.getProperties().get(NEEDS)),
                    () -> fire(item)));
        }
    }

    /** The menu itself would turn a check over before. */
    private static void fire(MenuItem item) {
        if (item instanceof CheckMenuItem check) {
            check.setSelected(!check.isSelected());
        }
        item.fire();
    }

    private void addButton(Node node) {
        boolean acts = node instanceof SplitMenuButton || !(node instanceof MenuButton);
        if (acts && node instanceof ButtonBase button && isNew(button.getId())) {
            String words = button.getText() == null || button.getText().isEmpty()
                    ? Objects.requireNonNullElse(button.getAccessibleText(), "")
                    : button.getText();
            Tooltip tooltip = button.getTooltip();
            entries.add(new PaletteEntry(
                    words,
                    "",
                    tooltip == null ? "" : tooltip.getText(),
                    text(button.getProperties().get(KEYS)),
                    refusal(button.isDisabled(), button.getProperties().get(NEEDS)),
                    button::fire));
        }
    }

    private boolean isNew(@Nullable String id) {
        return id == null
                || seen.add(id.endsWith(OF_AN_ITEM) ? id.substring(0, id.length() - OF_AN_ITEM.length()) : id);
    }

    private static String refusal(boolean disabled, @Nullable Object needs) {
        String when = text(needs);
        return disabled ? (when.isEmpty() ? "Not now" : when) : "";
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
