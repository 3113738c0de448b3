package org.driftscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.theme.Theme;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Someone who does not know the words points at every control that explains itself, and reads. */
@Journey
class HoverCardJourney {
    private static final double WIDEST = 362;

    private Stage stage;
    private ExplorerWindow window;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = ExplorerWindow.open(shown, ExplorerWindow.newHome());
    }

    @Test
    void everyCardIsSmallAndBesideWhatItExplains(FxRobot robot) {
        window.awaitReadings();
        everyCard(robot, "usual size", 1);
        window.onFx(() -> {
            window.explorer().looks().scaleProperty().set(1.5);
            window.explorer().looks().themeProperty().set(Theme.DARK);
        });
        everyCard(robot, "larger, dark", 5);
        window.onFx(() -> window.explorer().looks().scaleProperty().set(1));
        byKey(robot);
        window.close();
    }

    private void everyCard(FxRobot robot, String when, int every) {
        List<Node> explained = explained();
        assertThat(explained).as("explained controls, %s", when).hasSizeGreaterThan(20);
        int seen = 0;
        for (int i = 0; i < explained.size(); i += every) {
            Node node = explained.get(i);
            window.onFx(() -> reveal(node));
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

    private static void reveal(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                Bounds inside = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double hidden = pane.getContent().getLayoutBounds().getHeight()
                        - pane.getViewportBounds().getHeight();
                if (hidden > 0) {
                    pane.setVvalue(Math.max(0, Math.min(1, (inside.getMinY() - 60) / hidden)));
                    pane.layout();
                }
            }
        }
    }

    private boolean reachable(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return !node.isDisabled()
                && bounds.getWidth() > 2
                && stage.getScene().getWidth() > bounds.getCenterX()
                && stage.getScene().getHeight() > bounds.getCenterY();
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
