package org.driftscope.ui.heatmap;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Transform;
import javafx.stage.Window;
import org.driftscope.figure.raster.HeatmapRaster;
import org.driftscope.figure.raster.HeatmapStyle;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.model.Cell;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.MapContent;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one map. Painting happens in the layout pass, hence at most once a pulse however much has changed, and
 * not while hidden.
 */
final class MapRegion extends Region {
    private final HeatmapViewModel model;
    private final PixelImage image = new PixelImage();
    private final CellMarkers markers;
    private final StuckMarks stuck = new StuckMarks();
    private final Rectangle clip = new Rectangle();
    private final ReadOnlyLongWrapper cellsPerPixel = new ReadOnlyLongWrapper(1);
    private @Nullable MapContent content;
    private boolean stale = true;
    private boolean waiting;
    private int pixelWidth;
    private int pixelHeight;

    MapRegion(HeatmapViewModel model) {
        this.model = model;
        this.markers = new CellMarkers(model);
        getStyleClass().add("heatmap-cells");
        // its own layout root: a repaint must not lay out the window
        setManaged(false);
        setClip(clip);
        getChildren().addAll(image.node(), stuck, markers);
        model.navigation().viewportProperty().addListener(observed -> repaint());
        model.reductionProperty().addListener(observed -> repaint());
        model.selection().cursorProperty().addListener(observed -> requestLayout());
        model.selection().pinnedProperty().addListener(observed -> requestLayout());
        sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(Window::outputScaleXProperty)
                .addListener((observed, before, now) -> repaint());
    }

    void show(MapContent newContent) {
        content = newContent;
        repaint();
    }

    /** How many cells a pixel stood for at the last painting. */
    ReadOnlyLongProperty cellsPerPixelProperty() {
        return cellsPerPixel.getReadOnlyProperty();
    }

    /** The cell at a point of this region; null outside. */
    @Nullable
    Cell cellAt(double x, double y) {
        if (x < 0 || y < 0 || x >= getWidth() || y >= getHeight() || content == null) {
            return null;
        }
        Viewport view = model.navigation().viewportProperty().get();
        int row = (int) (view.row() + view.rows() * y / getHeight());
        int col = (int) (view.col() + view.cols() * x / getWidth());
        return new Cell(
                Math.min(row, content.grid().rows() - 1),
                Math.min(col, content.grid().cols() - 1));
    }

    /** A point of this region as parts of its size, each 0 to 1. */
    Point2D share(double x, double y) {
        return new Point2D(x / Math.max(1, getWidth()), y / Math.max(1, getHeight()));
    }

    private void repaint() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        markers.place(getWidth(), getHeight());
        MapContent shown = content;
        int width = (int) Math.round(getWidth() * scaleX());
        int height = (int) Math.round(getHeight() * scaleY());
        boolean resized = width != pixelWidth || height != pixelHeight;
        if (shown == null || width < 1 || height < 1 || !(stale || resized) || !visible()) {
            return;
        }
        stale = false;
        pixelWidth = width;
        pixelHeight = height;
        HeatmapStyle style = new HeatmapStyle(
                shown.map(), shown.range(), model.reductionProperty().get());
        Viewport view = model.navigation().viewportProperty().get();
        image.paint(shown.grid(), view, style, width, height);
        stuck.place(model.pictureProperty().get(), model.viewProperty().get(), view, getWidth(), getHeight());
        image.node().setFitWidth(getWidth());
        image.node().setFitHeight(getHeight());
        cellsPerPixel.set(HeatmapRaster.cellsPerPixel(view, width, height));
    }

    private boolean visible() {
        if (waiting) {
            return false;
        }
        waiting = !Showing.orLater(this, () -> {
            waiting = false;
            repaint();
        });
        return !waiting;
    }

    private double scaleX() {
        Window window = getScene() == null ? null : getScene().getWindow();
        Transform onScreen = getLocalToSceneTransform();
        return window == null ? 1 : window.getOutputScaleX() * onScreen.getMxx();
    }

    private double scaleY() {
        Window window = getScene() == null ? null : getScene().getWindow();
        Transform onScreen = getLocalToSceneTransform();
        return window == null ? 1 : window.getOutputScaleY() * onScreen.getMyy();
    }
}
