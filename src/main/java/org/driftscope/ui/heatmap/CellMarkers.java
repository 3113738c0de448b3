package org.driftscope.ui.heatmap;

import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.model.Cell;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.jspecify.annotations.Nullable;

/** The cross-hair at the cursor's cell and the frames of it and of the pinned cell, over a map. */
final class CellMarkers extends Group {
    /** Smallest side of a frame, so that it is seen where cells are smaller than pixels. */
    private static final double SMALLEST = 7;

    private final HeatmapViewModel model;
    private final Line horizontal = new Line();
    private final Line vertical = new Line();
    private final CellFrame cursor = new CellFrame("heatmap-cursor");
    private final CellFrame pin = new CellFrame("heatmap-pin");

    CellMarkers(HeatmapViewModel model) {
        this.model = model;
        horizontal.getStyleClass().add("heatmap-cross");
        vertical.getStyleClass().add("heatmap-cross");
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(horizontal, vertical, pin, cursor);
    }

    /** Puts the markers where their cells are on a map of the given size. */
    void place(double width, double height) {
        Viewport view = model.navigation().viewportProperty().get();
        Cell pointed = model.selection().cursorProperty().get();
        cursor.place(pointed, view, width, height);
        pin.place(model.selection().pinnedProperty().get(), view, width, height);
        horizontal.setVisible(pointed != null);
        vertical.setVisible(pointed != null);
        if (pointed != null) {
            double x = Math.floor((pointed.col() + 0.5 - view.col()) / view.cols() * width) + 0.5;
            double y = Math.floor((pointed.row() + 0.5 - view.row()) / view.rows() * height) + 0.5;
            draw(vertical, x, 0, x, height);
            draw(horizontal, 0, y, width, y);
        }
    }

    private static void draw(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    /** A light frame in a dark one: visible on any colour. */
    private static final class CellFrame extends Group {
        private final Rectangle outer = new Rectangle();
        private final Rectangle inner = new Rectangle();

        CellFrame(String styleClass) {
            outer.getStyleClass().addAll("heatmap-frame-outer", styleClass + "-outer");
            inner.getStyleClass().addAll("heatmap-frame", styleClass);
            getChildren().addAll(outer, inner);
        }

        void place(@Nullable Cell cell, Viewport view, double width, double height) {
            setVisible(cell != null);
            if (cell == null) {
                return;
            }
            double cellWidth = width / view.cols();
            double cellHeight = height / view.rows();
            double w = Math.max(SMALLEST, Math.round(cellWidth));
            double h = Math.max(SMALLEST, Math.round(cellHeight));
            double x = Math.round((cell.col() + 0.5 - view.col()) * cellWidth - w / 2) + 0.5;
            double y = Math.round((cell.row() + 0.5 - view.row()) * cellHeight - h / 2) + 0.5;
            frame(inner, x, y, w - 1, h - 1);
            frame(outer, x - 1, y - 1, w + 1, h + 1);
        }

        private static void frame(Rectangle rectangle, double x, double y, double width, double height) {
            rectangle.setX(x);
            rectangle.setY(y);
            rectangle.setWidth(width);
            rectangle.setHeight(height);
        }
    }
}
