package org.driftscope.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Someone who operates whatever control is in sight, again and again and without a plan: buttons, sliders, fields, lists,
 * menus and keys. The same seed does the same, as far as the window lets it.
 */
final class RandomUser {
    /** What leaves the window, writes files for long, or runs for minutes. */
    private static final Set<String> LEFT_ALONE = Set.of(
            "quit-item",
            "study-run",
            "studies-run",
            "run-study",
            "reset-window-item",
            "drift-sweep-run",
            "charts-drift-sweep-run");

    private static final List<String> WRITTEN =
            List.of("0", "1", "2", "3", "7", "10", "20", "35.5", "50", "100", "1e3", "-1", "abc", "", "NaN", "∞");
    private static final KeyCode[] KEYS = {
        KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.SPACE, KeyCode.ENTER, KeyCode.HOME, KeyCode.END
    };
    private static final int DRAG_FRAMES = 3;
    private static final int MOST_WINDOWS = 2;
    private static final double OFTEN = 0.2;
    private static final double SETTINGS_SHARE = 0.4;

    private final Stage main;
    private final Random random;

    RandomUser(Stage main, long seed) {
        this.main = main;
        this.random = new Random(seed);
    }

    /** Does one thing. On the JavaFX thread. @return what, for a report */
    String act() {
        hideMenus();
        List<Stage> others = others();
        if (others.size() > MOST_WINDOWS || !others.isEmpty() && random.nextDouble() < OFTEN) {
            Stage closed = others.get(others.size() - 1);
            closed.hide();
            return "closes " + closed.getTitle();
        }
        if (random.nextDouble() < OFTEN) {
            return presses(random.nextBoolean() ? "undo" : random.nextBoolean() ? "redo" : "calibrate");
        }
        Parent settings = (Parent) main.getScene().lookup("#settings");
        boolean there = settings != null && random.nextDouble() < SETTINGS_SHARE;
        List<Node> controls = controls(there ? List.of(settings) : roots());
        return controls.isEmpty() ? "finds nothing" : operate(controls.get(random.nextInt(controls.size())));
    }

    private void hideMenus() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow popup && popup.isAutoHide()) {
                popup.hide();
            }
        }
    }

    private List<Stage> others() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window != main && window.isShowing())
                .map(Stage.class::cast)
                .toList();
    }

    private List<Parent> roots() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .filter(scene -> scene != null)
                .map(Scene::getRoot)
                .toList();
    }

    private static List<Node> controls(List<? extends Parent> roots) {
        List<Node> found = new ArrayList<>();
        roots.forEach(root -> collect(root, found));
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled() || node.getId() != null && LEFT_ALONE.contains(node.getId())) {
            return;
        }
        boolean operable = node instanceof ButtonBase
                || node instanceof Slider
                || node instanceof TextField
                || node instanceof ComboBoxBase
                || node instanceof ChoiceBox
                || node instanceof Spinner
                || node instanceof TabPane
                || node instanceof ListView
                || node instanceof TableView
                || node.isFocusTraversable();
        if (operable) {
            found.add(node);
        }
        boolean whole = node instanceof Spinner || node instanceof ComboBoxBase || node instanceof MenuButton;
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private String presses(String id) {
        Node node = main.getScene().lookup("#" + id);
        return node == null || node.isDisabled() ? "leaves " + id : operate(node);
    }

    private String operate(Node node) {
        String name = name(node);
        if (node instanceof SplitMenuButton split && random.nextBoolean()) {
            split.fire();
            return "presses " + name;
        }
        if (node instanceof MenuButton menu) {
            return chooses(menu.getItems());
        }
        if (node instanceof ButtonBase button) {
            button.fire();
            return "presses " + name;
        }
        if (node instanceof Slider slider) {
            return drags(slider);
        }
        if (node instanceof TextField field && field.isEditable()) {
            return writes(field);
        }
        if (node instanceof ComboBox<?> box && !box.getItems().isEmpty()) {
            box.getSelectionModel().select(random.nextInt(box.getItems().size()));
            return "chooses " + box.getValue() + " in " + name;
        }
        if (node instanceof ChoiceBox<?> box && !box.getItems().isEmpty()) {
            box.getSelectionModel().select(random.nextInt(box.getItems().size()));
            return "chooses " + box.getValue() + " in " + name;
        }
        if (node instanceof Spinner<?> spinner) {
            spinner.increment(random.nextInt(5) - 2);
            return "turns " + name + " to " + spinner.getValue();
        }
        if (node instanceof TabPane tabs && !tabs.getTabs().isEmpty()) {
            tabs.getSelectionModel().select(random.nextInt(tabs.getTabs().size()));
            return "opens tab " + tabs.getSelectionModel().getSelectedItem().getText();
        }
        if (node instanceof TableView<?> table && !table.getItems().isEmpty()) {
            table.getSelectionModel()
                    .clearAndSelect(random.nextInt(table.getItems().size()));
        } else if (node instanceof ListView<?> list && !list.getItems().isEmpty()) {
            list.getSelectionModel()
                    .clearAndSelect(random.nextInt(list.getItems().size()));
        }
        return types(node, name);
    }

    private String chooses(List<MenuItem> items) {
        List<MenuItem> open = items.stream()
                .filter(item -> !item.isDisable() && item.isVisible())
                .filter(item -> item.getId() == null || !LEFT_ALONE.contains(item.getId()))
                .filter(item -> item.getOnAction() != null)
                .toList();
        if (open.isEmpty()) {
            return "finds an empty menu";
        }
        MenuItem item = open.get(random.nextInt(open.size()));
        item.fire();
        return "chooses " + item.getText();
    }

    private String drags(Slider slider) {
        slider.setValueChanging(true);
        for (int frame = 0; frame < DRAG_FRAMES; frame++) {
            slider.setValue(slider.getMin() + random.nextDouble() * (slider.getMax() - slider.getMin()));
        }
        slider.setValueChanging(false);
        return "drags " + name(slider) + " to " + slider.getValue();
    }

    private String writes(TextField field) {
        String text = WRITTEN.get(random.nextInt(WRITTEN.size()));
        field.requestFocus();
        field.setText(text);
        field.fireEvent(new ActionEvent());
        return "writes " + text + " into " + name(field);
    }

    private String types(Node node, String name) {
        KeyCode key = KEYS[random.nextInt(KEYS.length)];
        node.requestFocus();
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        node.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
        return "types " + key + " on " + name;
    }

    private static String name(Node node) {
        Node named = node;
        while (named.getId() == null && named.getParent() != null) {
            named = named.getParent();
        }
        String text = node instanceof ButtonBase button ? " (" + button.getText() + ")" : "";
        return (named == node ? "" : node.getClass().getSimpleName() + " in ") + named.getId() + text;
    }
}
