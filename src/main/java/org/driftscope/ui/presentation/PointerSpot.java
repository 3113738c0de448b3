package org.driftscope.ui.presentation;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A large spot around the mouse, so that it is seen from the last row; lets all clicks through. */
public final class PointerSpot {
    private final Pane layer;
    private final Region spot = new Region();

    /**
     * @param layer over all of the scene
     * @param wanted whether it is shown
     */
    public PointerSpot(Scene scene, Pane layer, BooleanExpression wanted) {
        this.layer = layer;
        spot.setId("pointer-spot");
        spot.getStyleClass().add("pointer-spot");
        spot.setMouseTransparent(true);
        spot.setManaged(false);
        spot.visibleProperty().bind(wanted);
        layer.getChildren().add(spot);
        scene.addEventFilter(MouseEvent.ANY, this::follow);
        wanted.subscribe(shown -> {
            if (shown) {
                size();
            }
        });
    }

    private void follow(MouseEvent event) {
        if (spot.isVisible()) {
            size();
            var place = layer.sceneToLocal(event.getSceneX(), event.getSceneY());
            spot.relocate(place.getX() - spot.getWidth() / 2, place.getY() - spot.getHeight() / 2);
        }
    }

    /** Its size is the style sheet's, which follows the type. */
    private void size() {
        spot.applyCss();
        spot.resize(spot.prefWidth(-1), spot.prefHeight(-1));
    }
}
