package org.driftscope.ui.heatmap;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.driftscope.ui.heatmap.model.Cell;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;

/** Pointer on a map: hover reads, click pins, drag pans, wheel and pinch zoom about the pointer. */
final class MapGestures {
    /** One notch of a wheel (40 units) zooms by about a fifth. */
    private static final double ZOOM_PER_UNIT = 0.005;

    private final MapRegion cells;
    private final Node keys;
    private final HeatmapViewModel model;
    private Point2D dragged = Point2D.ZERO;

    private MapGestures(MapRegion cells, Node keys, HeatmapViewModel model) {
        this.cells = cells;
        this.keys = keys;
        this.model = model;
    }

    /** Lets the pointer work on a map; a click also gives the keys' focus to {@code keys}. */
    static void install(MapRegion cells, Node keys, HeatmapViewModel model) {
        MapGestures gestures = new MapGestures(cells, keys, model);
        cells.setOnMouseMoved(gestures::point);
        cells.setOnMouseExited(event -> model.selection().point(null));
        cells.setOnMousePressed(gestures::press);
        cells.setOnMouseDragged(gestures::drag);
        cells.setOnMouseClicked(gestures::click);
        cells.setOnScroll(gestures::scroll);
        cells.setOnZoom(gestures::pinch);
    }

    private void point(MouseEvent event) {
        model.selection().point(cells.cellAt(event.getX(), event.getY()));
    }

    private void press(MouseEvent event) {
        keys.requestFocus();
        dragged = new Point2D(event.getX(), event.getY());
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && !event.isStillSincePress()) {
            Point2D share = cells.share(dragged.getX() - event.getX(), dragged.getY() - event.getY());
            model.navigation().pan(share.getX(), share.getY());
            dragged = new Point2D(event.getX(), event.getY());
        }
        point(event);
    }

    private void click(MouseEvent event) {
        Cell cell = cells.cellAt(event.getX(), event.getY());
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && cell != null) {
            model.selection().togglePin(cell);
        }
    }

    private void scroll(ScrollEvent event) {
        // the units that come after the fingers left would zoom on by themselves
        if (!event.isInertia() && event.getDeltaY() != 0) {
            zoom(Math.exp(event.getDeltaY() * ZOOM_PER_UNIT), event.getX(), event.getY());
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        zoom(event.getZoomFactor(), event.getX(), event.getY());
        event.consume();
    }

    private void zoom(double factor, double x, double y) {
        Point2D share = cells.share(x, y);
        model.navigation().zoom(factor, share.getX(), share.getY());
        model.selection().point(cells.cellAt(x, y));
    }
}
