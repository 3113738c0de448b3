package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.driftscope.calibration.spec.Method;
import org.driftscope.device.DeviceKinds;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.Reveal;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.driftscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Someone who does not know the words points at every control that explains itself, and reads. */
@Journey
class HoverCardJourney {
    private static final double WIDEST = 542;
    /** Of the window's height; measured where it is small and its type large. */
    private static final double HIGHEST = 0.5;

    private Stage stage;
    private ExplorerWindow window;

    @Start
    void start(Stage unused) {
        window = ExplorerWindow.open(ExplorerWindow.newHome());
        stage = window.stage();
    }

    @Test
    void everyCardIsSmallAndBesideWhatItExplains(FxRobot robot) {
        window.awaitReadings();
        everyCard(robot, "usual size", 4);
        window.onFx(() -> {
            window.explorer().looks().scaleProperty().set(1.5);
            window.explorer().looks().themeProperty().set(Theme.DARK);
        });
        everyCard(robot, "larger, dark", 5);
        window.onFx(() -> window.explorer().looks().scaleProperty().set(1));
        byKey(robot);
        withoutAPointer();
        window.close();
    }

    private void everyCard(FxRobot robot, String when, int every) {
        List<Node> explained = explained();
        assertThat(explained).as("explained controls, %s", when).hasSizeGreaterThan(20);
        int seen = 0;
        for (int i = 0; i < explained.size(); i += every) {
            Node node = explained.get(i);
            window.onFx(() -> Reveal.scrollTo(node));
            // a sentence that was cut off before it was laid out may have room by now
            if (!window.onFx(() -> reachable(node) && HoverCard.explains(node))) {
                continue;
            }
            Point2D pointer = window.onFx(() -> {
                Bounds bounds = node.localToScreen(node.getLayoutBounds());
                return new Point2D(bounds.getCenterX(), bounds.getCenterY());
            });
            robot.moveTo(pointer);
            window.await("the card of " + node, () -> card() != null);
            check(node, pointer, when);
            robot.moveTo(stage.getX() + stage.getWidth() / 2, stage.getY() + 3);
            window.await("the card of " + node + " to go", () -> card() == null);
            seen++;
        }
        assertThat(seen).as("cards seen, %s", when).isGreaterThan(20 / every);
    }

    private void check(Node node, Point2D pointer, String when) {
        String what = when + ": " + node;
        Bounds card = window.onFx(() -> {
            PopupWindow popup = card();
            return new BoundingBox(popup.getX(), popup.getY(), popup.getWidth(), popup.getHeight());
        });
        Bounds subject = window.onFx(() -> node.localToScreen(node.getLayoutBounds()));
        assertThat(card.getWidth()).as(what).isLessThanOrEqualTo(WIDEST);
        assertThat(card.getHeight()).as(what).isLessThanOrEqualTo(textHeight() + 40);
        assertThat(card.contains(pointer)).as(what).isFalse();
        assertThat(card.intersects(subject)).as(what).isFalse();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(screen.contains(card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight()))
                .as(what + " on the screen")
                .isTrue();
    }

    /** From the top of the first line to the bottom of the last. */
    private double textHeight() {
        return window.onFx(() -> {
            Parent page = (Parent) card().getScene().getRoot().lookup(".hover-card");
            List<Node> lines = page.getChildrenUnmodifiable();
            Bounds first = lines.get(0).getBoundsInParent();
            return lines.get(lines.size() - 1).getBoundsInParent().getMaxY() - first.getMinY();
        });
    }

    private static PopupWindow card() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(popup -> popup.isShowing() && popup.getScene().getRoot().lookup(".hover-card") != null)
                .findFirst()
                .orElse(null);
    }

    private List<Node> explained() {
        return window.onFx(() -> {
            List<Node> found = new ArrayList<>();
            collect(stage.getScene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        if (HoverCard.explains(node)) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private boolean reachable(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return !node.isDisabled()
                && bounds.getWidth() > 2
                && stage.getScene().getWidth() > bounds.getCenterX()
                && stage.getScene().getHeight() > bounds.getCenterY();
    }

    /**
     * Every control that takes the focus, those behind "More", of each method and device, of studies and device figures
     * as well: in a small window with large type.
     */
    private void withoutAPointer() {
        SettingsViewModel settings = window.explorer().model().settings();
        window.onFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
        });
        // one after the other: each lays the window out again
        window.onFx(() -> window.explorer().looks().scaleProperty().set(1.5));
        for (Group group : Group.values()) {
            window.onFx(() -> settings.moreProperty(group).set(true));
        }
        WaitForAsyncUtils.waitForFxEvents();
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Method method : Method.all()) {
            window.onFx(() -> settings.word(CalibrationSettings.METHOD).set(method.id()));
            askAll(stage.getScene(), seen);
        }
        window.onFx(() -> window.explorer().model().settings().deviceProperty().set(DeviceKinds.named("pcm")));
        askAll(stage.getScene(), seen);
        assertThat(seen).as("settings with a card").hasSizeGreaterThan(30);
        window.onFx(() -> ((Button) window.node("studies")).fire());
        window.await("the studies", () -> window.shows("study-name"));
        askAll(window.node("study-name").getScene(), seen);
        window.onFx(() -> window.node("study-name").getScene().getWindow().hide());
        window.onFx(() -> {
            TabPane tabs = (TabPane) window.node("charts-tabs");
            tabs.getSelectionModel().selectLast();
        });
        window.onFx(() -> ((Button) window.node("cost-device-figures")).fire());
        window.await("the device figures", () -> window.shows("cost-figures"));
        int before = seen.size();
        askAll(window.node("cost-figures").getScene(), seen);
        assertThat(seen.size() - before).as("device figures with a card").isGreaterThan(8);
        window.onFx(() -> window.node("cost-figures").getScene().getWindow().hide());
    }

    private void askAll(Scene scene, Set<Node> seen) {
        WaitForAsyncUtils.waitForFxEvents();
        List<Node> asked = window.onFx(() -> {
            List<Node> found = new ArrayList<>();
            collect(scene.getRoot(), found);
            found.removeIf(node -> !node.isFocusTraversable() || node.isDisabled() || !seen.add(node));
            return found;
        });
        for (Node node : asked) {
            window.onFx(() -> ask(scene, node));
        }
    }

    /** By Shift+F1, which does not wait; what follows is what a pointer would get. */
    private void ask(Scene scene, Node node) {
        Reveal.scrollTo(node);
        node.requestFocus();
        Event.fireEvent(node, key(KeyCode.F1, true));
        PopupWindow popup = card();
        assertThat(popup).as("the card of %s", node).isNotNull();
        Bounds subject = node.localToScreen(node.getLayoutBounds());
        Bounds card = new BoundingBox(popup.getX(), popup.getY(), popup.getWidth(), popup.getHeight());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        assertThat(screen.contains(card.getMinX(), card.getMinY(), card.getWidth(), card.getHeight()))
                .as("%s on the screen", node)
                .isTrue();
        assertThat(card.intersects(subject)).as("%s covered by its card", node).isFalse();
        assertThat(card.getWidth()).as("width at %s", node).isLessThanOrEqualTo(WIDEST);
        assertThat(card.getHeight()).as("height at %s", node).isLessThanOrEqualTo(HIGHEST * stage.getHeight());
        Parent page = (Parent) popup.getScene().getRoot().lookup(".hover-card");
        for (Node line : page.getChildrenUnmodifiable()) {
            Label label = (Label) line;
            assertThat(label.getHeight())
                    .as("a line of the card of %s: %s", node, label.getText())
                    .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 1);
        }
        Event.fireEvent(node, key(KeyCode.SHIFT, false));
        assertThat(card()).as("the card of %s after another key", node).isNull();
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private void byKey(FxRobot robot) {
        window.onFx(() -> window.node("drift").requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.F1).release(KeyCode.SHIFT);
        window.await("the card of the focused control", () -> card() != null);
        robot.type(KeyCode.ESCAPE);
        window.await("the card to go", () -> card() == null);
        window.onFx(() -> window.node("calibrate").requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.F1).release(KeyCode.SHIFT);
        window.await("the card of a button", () -> card() != null);
        robot.type(KeyCode.TAB);
        window.await("the card of a button to go", () -> card() == null);
    }
}
