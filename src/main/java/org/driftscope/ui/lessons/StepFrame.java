package org.driftscope.ui.lessons;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.driftscope.io.lesson.LessonPlaces;
import org.driftscope.io.lesson.LessonStep;
import org.driftscope.ui.control.Reveal;
import org.jspecify.annotations.Nullable;

/** Frames the place that a step speaks of and follows it when it moves; lets all clicks through. */
public final class StepFrame {
    private static final double OUT = 4;

    private final Scene scene;
    private final Pane layer;
    private final Runnable hidden;
    private final Region frame = new Region();
    private String place = "";
    /** Sizes of window and subject for which it was scrolled into view. */
    private List<Bounds> sizes = List.of();

    /**
     * @param scene whose nodes are framed
     * @param layer over all of the scene; catches no clicks itself
     * @param hidden shows the settings that few people change, where a step speaks of one
     */
    public StepFrame(Scene scene, Pane layer, LessonViewModel model, Runnable hidden) {
        this.scene = scene;
        this.layer = layer;
        this.hidden = hidden;
        layer.setPickOnBounds(false);
        frame.setId("lesson-frame");
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        frame.setVisible(false);
        layer.getChildren().add(frame);
        model.pageProperty().subscribe(page -> point(model.step()));
        scene.addPostLayoutPulseListener(this::follow);
    }

    private void point(@Nullable LessonStep step) {
        String wanted = step == null ? "" : LessonPlaces.node(step.point());
        if (wanted.equals(place)) {
            return;
        }
        place = wanted;
        sizes = List.of();
        if (!place.isEmpty() && node() == null) {
            hidden.run();
        }
        if (place.isEmpty()) {
            frame.setVisible(false);
        }
        scene.getRoot().requestLayout();
    }

    private @Nullable Node node() {
        Node node = place.isEmpty() ? null : scene.lookup("#" + place);
        return node != null && isShown(node) ? node : null;
    }

    private static boolean isShown(Node node) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Runs after every layout, so that the frame is where the place now is. */
    private void follow() {
        if (place.isEmpty()) {
            return;
        }
        Node node = node();
        frame.setVisible(node != null);
        if (node == null) {
            return;
        }
        List<Bounds> now = List.of(layer.getLayoutBounds(), node.getLayoutBounds());
        if (!now.equals(sizes)) {
            sizes = now;
            Reveal.scrollTo(node);
        }
        Bounds bounds = withName(node);
        frame.resizeRelocate(
                bounds.getMinX() - OUT,
                bounds.getMinY() - OUT,
                bounds.getWidth() + 2 * OUT,
                bounds.getHeight() + 2 * OUT);
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
}
