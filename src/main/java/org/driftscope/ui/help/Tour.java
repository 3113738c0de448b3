package org.driftscope.ui.help;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/** Walks through the window with a card that points at one place after another; can be left at any step. */
public final class Tour {
    private static final String TARGET = "tour-target";

    private final Scene scene;
    private final List<TourStep> steps;
    private int index;
    private @Nullable PopOver card;
    private @Nullable Node target;
    private Dimension2D sizeOfWindow = new Dimension2D(0, 0);
    private final PauseTransition again = new PauseTransition(Duration.millis(150));

    /**
     * @param scene whose nodes the steps name
     */
    public Tour(Scene scene, List<TourStep> steps) {
        this.scene = scene;
        this.steps = steps;
        again.setOnFinished(event -> show());
    }

    /** Begins at the first step, also where it already runs. */
    public void start() {
        index = 0;
        show();
    }

    /** Leaves the tour. */
    public void leave() {
        again.stop();
        PopOver shown = card;
        card = null;
        if (shown != null) {
            shown.hide(Duration.ZERO);
        }
        if (target != null) {
            target.getStyleClass().remove(TARGET);
        }
        target = null;
    }

    /** Esc closes a card, and so does a change of the window's size: then the same step is shown again where it is now. */
    private void closed(PopOver closed) {
        if (closed == card) {
            boolean resized = !sizeOfWindow.equals(windowSize());
            leave();
            if (resized) {
                again.playFromStart();
            }
        }
    }

    private Dimension2D windowSize() {
        Window window = scene.getWindow();
        return new Dimension2D(window.getWidth(), window.getHeight());
    }

    private void go(int step) {
        if (step >= steps.size()) {
            leave();
        } else {
            index = step;
            show();
        }
    }

    private void show() {
        leave();
        TourStep step = steps.get(index);
        Node node = scene.lookup("#" + step.nodeId());
        if (node == null) {
            // a collapsed panel: the step has nothing to point at
            go(index + 1);
            return;
        }
        Button next = nextButton();
        PopOver popOver = new PopOver(content(step, next));
        popOver.setAnimated(false);
        popOver.setAutoHide(false);
        popOver.setDetachable(false);
        popOver.setArrowLocation(arrow(node));
        node.getStyleClass().add(TARGET);
        target = node;
        card = popOver;
        sizeOfWindow = windowSize();
        popOver.setOnHidden(event -> closed(popOver));
        popOver.show(node);
        next.requestFocus();
    }

    /** The card lies towards the middle of the window. */
    private ArrowLocation arrow(Node node) {
        var bounds = node.localToScene(node.getBoundsInLocal());
        double x = bounds.getCenterX() / scene.getWidth();
        double y = bounds.getCenterY() / scene.getHeight();
        if (x < 0.25) {
            return ArrowLocation.LEFT_CENTER;
        }
        if (x > 0.75 && y > 0.1) {
            return ArrowLocation.RIGHT_CENTER;
        }
        if (x > 0.75) {
            return ArrowLocation.TOP_RIGHT;
        }
        return y < 0.4 ? ArrowLocation.TOP_CENTER : ArrowLocation.BOTTOM_CENTER;
    }

    private VBox content(TourStep step, Button next) {
        Label title = new Label(step.title());
        title.getStyleClass().add("tour-title");
        Label text = new Label(step.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(title, text, buttons(next));
        box.setId("tour");
        box.getStyleClass().add("tour-card");
        return box;
    }

    private HBox buttons(Button next) {
        Label place = new Label((index + 1) + " of " + steps.size());
        place.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button leave = button("tour-leave", "Leave", this::leave);
        Button back = button("tour-back", "Back", () -> go(index - 1));
        back.setDisable(index == 0);
        HBox row = new HBox(8, place, space, leave, back, next);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button nextButton() {
        boolean last = index == steps.size() - 1;
        Button next = button("tour-next", last ? "Done" : "Next", () -> go(index + 1));
        next.setDefaultButton(true);
        return next;
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
