package org.driftscope.ui.layers;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A bar of a layer's feature error: its length after drift, and over it, slimmer, after calibration. The whole bar is always
 * {@link #FULL}, so that more drift makes longer bars; an error beyond it fills the bar and has a mark at its end.
 */
final class ErrorBar extends StackPane {
    /** The error that fills the bar: as large as the clean output's own standard deviation. */
    static final double FULL = 1;

    private static final double HEIGHT = 8;
    private static final double SLIM = 4;
    private static final double MARK = 3;

    private final Region track = bar("error-track");
    private final Region before = bar("error-before");
    private final Region after = bar("error-after");
    private final Region beyond = bar("error-beyond");
    private double shareBefore;
    private double shareAfter;

    ErrorBar() {
        getChildren().addAll(track, before, after, beyond);
        setMinWidth(0);
        setPrefHeight(HEIGHT);
    }

    private static Region bar(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    void show(LayerError error) {
        shareBefore = share(error.relativeBefore());
        shareAfter = share(error.relativeAfter());
        beyond.setVisible(error.relativeBefore() > FULL);
        requestLayout();
    }

    /** How much of the bar an error takes. @param relative error over the output's standard deviation; NaN takes nothing */
    static double share(double relative) {
        return Double.isNaN(relative) ? 0 : Math.min(1, relative / FULL);
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        track.resizeRelocate(0, top, getWidth(), HEIGHT);
        before.resizeRelocate(0, top, getWidth() * shareBefore, HEIGHT);
        after.resizeRelocate(0, top + (HEIGHT - SLIM) / 2, getWidth() * shareAfter, SLIM);
        beyond.resizeRelocate(Math.max(0, getWidth() - MARK), top - 2, MARK, HEIGHT + 4);
    }
}
