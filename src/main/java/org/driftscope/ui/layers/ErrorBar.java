package org.driftscope.ui.layers;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A bar of a layer's feature error: its length after drift, and over it, slimmer, after calibration. */
final class ErrorBar extends StackPane {
    private static final double HEIGHT = 8;
    private static final double SLIM = 4;

    private final Region track = bar("error-track");
    private final Region before = bar("error-before");
    private final Region after = bar("error-after");
    private double shareBefore;
    private double shareAfter;

    ErrorBar() {
        getChildren().addAll(track, before, after);
        setMinWidth(0);
        setPrefHeight(HEIGHT);
    }

    private static Region bar(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    /**
     * @param error to show
     * @param largest the error that fills the bar
     */
    void show(LayerError error, double largest) {
        shareBefore = share(error.before(), largest);
        shareAfter = share(error.after(), largest);
        requestLayout();
    }

    /** A root, since errors of layers span decades and a bar of a pixel says nothing. */
    private static double share(double error, double largest) {
        return Double.isNaN(error) || largest <= 0 ? 0 : Math.min(1, Math.sqrt(error / largest));
    }

    @Override
    protected void layoutChildren() {
        double top = (getHeight() - HEIGHT) / 2;
        track.resizeRelocate(0, top, getWidth(), HEIGHT);
        before.resizeRelocate(0, top, getWidth() * shareBefore, HEIGHT);
        after.resizeRelocate(0, top + (HEIGHT - SLIM) / 2, getWidth() * shareAfter, SLIM);
    }
}
