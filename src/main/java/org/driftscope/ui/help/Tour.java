package org.driftscope.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.CardPlace;
import org.driftscope.ui.control.Reveal;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the window with a card beside one place after another, which is framed; can be left at any step. Card
 * and frame lie in the window itself and follow their place when it moves. The frame lets all clicks through.
 */
public final class Tour {
    private static final double FRAME = 3;
    private static final double MARGIN = 6;

    private final Scene scene;
    private final Pane layer;
    private final Supplier<List<TourStep>> making;
    private final Region frame = new Region();
    private final Runnable follow = this::follow;
    private final EventHandler<KeyEvent> escape = this::escape;
    private List<TourStep> steps = List.of();
    private int index;
    private @Nullable TourCard card;
    /** Sizes of window and subject for which the step was scrolled into view. */
    private List<Bounds> sizes = List.of();

    /**
     * @param scene whose nodes the steps name
     * @param layer over all of the scene, where card and frame are put; catches no clicks itself
     * @param steps made when the tour begins
     */
    public Tour(Scene scene, Pane layer, Supplier<List<TourStep>> steps) {
        this.scene = scene;
        this.layer = layer;
        this.making = steps;
        layer.setPickOnBounds(false);
        frame.setId("tour-frame");
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
    }

    /** Begins at the first step, also where it already runs. */
    public void start() {
        leave();
        steps = making.get();
        scene.addPostLayoutPulseListener(follow);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        go(0, 1);
    }

    /** Leaves the tour. */
    public void leave() {
        scene.removePostLayoutPulseListener(follow);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        layer.getChildren().clear();
        card = null;
    }

    void next() {
        go(index + 1, 1);
    }

    void back() {
        go(index - 1, -1);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        }
    }

    /** Shows a step; one that has nothing to point at is passed over. */
    private void go(int wanted, int direction) {
        int step = wanted;
        while (step >= 0 && step < steps.size() && node(steps.get(step).nodeId()) == null) {
            step += direction;
        }
        if (step < 0 || step >= steps.size()) {
            leave();
            return;
        }
        index = step;
        TourCard shown = new TourCard(steps.get(step), step, steps.size(), this);
        shown.setManaged(false);
        card = shown;
        // the step may have to be scrolled to
        sizes = List.of();
        layer.getChildren().setAll(frame, shown);
        // its size rests on its fonts; without them the first picture of it would be of another card
        shown.applyCss();
        follow();
        shown.layout();
        shown.way().requestFocus();
    }

    private @Nullable Node node(String id) {
        Node node = scene.lookup("#" + id);
        return node != null && node.isVisible() ? node : null;
    }

    /** Runs after every layout, so that card and frame are where the step's place now is. */
    private void follow() {
        TourCard shown = card;
        Node node = shown == null ? null : node(steps.get(index).nodeId());
        if (shown == null || node == null) {
            return;
        }
        shown.look();
        List<Bounds> now = List.of(layer.getLayoutBounds(), node.getLayoutBounds());
        if (!now.equals(sizes)) {
            sizes = now;
            Reveal.scrollTo(node);
        }
        Bounds place = withName(node);
        double out = FRAME + 1;
        frame.resizeRelocate(
                place.getMinX() - out, place.getMinY() - out, place.getWidth() + 2 * out, place.getHeight() + 2 * out);
        double width = Math.min(shown.prefWidth(-1), layer.getWidth() - 2 * MARGIN);
        double height = shown.prefHeight(width);
        Rectangle2D inside = new Rectangle2D(
                MARGIN,
                MARGIN,
                Math.max(1, layer.getWidth() - 2 * MARGIN),
                Math.max(1, layer.getHeight() - 2 * MARGIN));
        Point2D at = CardPlace.beside(place, others(), width, height, inside, side(place));
        shown.resizeRelocate(Math.round(at.getX()), Math.round(at.getY()), width, height);
    }

    private List<Bounds> others() {
        List<Bounds> others = new ArrayList<>();
        for (String id : steps.get(index).inSight()) {
            Node node = node(id);
            if (node != null) {
                others.add(inLayer(node));
            }
        }
        return others;
    }

    /** Of a setting and the label beside it that names it. */
    private Bounds withName(Node node) {
        Bounds place = inLayer(node);
        for (Node other : scene.getRoot().lookupAll(".setting-label")) {
            if (other instanceof Label label && label.getLabelFor() == node && label.isVisible()) {
                Bounds name = inLayer(label);
                double x = Math.min(place.getMinX(), name.getMinX());
                double y = Math.min(place.getMinY(), name.getMinY());
                return new BoundingBox(
                        x,
                        y,
                        Math.max(place.getMaxX(), name.getMaxX()) - x,
                        Math.max(place.getMaxY(), name.getMaxY()) - y);
            }
        }
        return place;
    }

    private Bounds inLayer(Node node) {
        return layer.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /** Towards the middle of the window. */
    private Side side(Bounds place) {
        double x = place.getCenterX() / layer.getWidth();
        if (place.getCenterY() / layer.getHeight() < 0.1) {
            return Side.BOTTOM;
        }
        if (x < 0.25) {
            return Side.RIGHT;
        }
        return x > 0.75 ? Side.LEFT : place.getCenterY() / layer.getHeight() < 0.5 ? Side.BOTTOM : Side.TOP;
    }
}
