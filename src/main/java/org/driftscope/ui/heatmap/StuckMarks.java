package org.driftscope.ui.heatmap;

import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.driftscope.figure.raster.Viewport;
import org.driftscope.ui.heatmap.model.CellView;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.jspecify.annotations.Nullable;

/** A small cross on every stuck cell of a map, where cells are large enough to carry one. */
final class StuckMarks extends Path {
    /** Pixels of a cell's shorter side. */
    private static final double LEAST_CELL = 6;

    /** From the middle of a cell, as a share of its shorter side. */
    private static final double ARM = 0.25;

    StuckMarks() {
        getStyleClass().add("heatmap-stuck");
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Puts the crosses where their cells are on a map of the given size. */
    void place(@Nullable LayerPicture picture, CellView view, Viewport part, double width, double height) {
        getElements().clear();
        double cellWidth = width / part.cols();
        double cellHeight = height / part.rows();
        double side = Math.min(cellWidth, cellHeight);
        if (picture == null || picture.stuck() == null || side < LEAST_CELL) {
            return;
        }
        int lastRow = (int) Math.min(picture.rows(), Math.ceil(part.row() + part.rows()));
        int lastCol = (int) Math.min(picture.cols(), Math.ceil(part.col() + part.cols()));
        for (int row = (int) part.row(); row < lastRow; row++) {
            for (int col = (int) part.col(); col < lastCol; col++) {
                if (picture.isStuck(view, row, col)) {
                    cross((col + 0.5 - part.col()) * cellWidth, (row + 0.5 - part.row()) * cellHeight, side * ARM);
                }
            }
        }
    }

    private void cross(double x, double y, double arm) {
        getElements()
                .addAll(
                        new MoveTo(x - arm, y - arm),
                        new LineTo(x + arm, y + arm),
                        new MoveTo(x - arm, y + arm),
                        new LineTo(x + arm, y - arm));
    }
}
