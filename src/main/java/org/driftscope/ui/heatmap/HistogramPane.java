package org.driftscope.ui.heatmap;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.driftscope.figure.raster.Histogram;
import org.driftscope.figure.raster.ValueRange;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.MapWords;
import org.driftscope.ui.heatmap.model.ValueText;
import org.jspecify.annotations.Nullable;

/**
 * How the values spread, before as a filled shape and after as a line. Heights are logarithmic, log(1 + cells), as most
 * cells of many layers lie in one bin.
 */
final class HistogramPane extends Region {
    private static final double GAP = 4;

    private final HeatmapViewModel model;
    private final Path before = new Path();
    private final Path after = new Path();
    private final Label low = label("heatmap-histogram-low");
    private final Label middle = label("heatmap-histogram-middle");
    private final Label high = label("heatmap-histogram-high");
    private final Label legendBefore = label("heatmap-legend-before");
    private final Label legendAfter = label("heatmap-legend-after");

    HistogramPane(HeatmapViewModel model) {
        this.model = model;
        setId("heatmap-histogram");
        getStyleClass().add("heatmap-histogram");
        before.getStyleClass().add("heatmap-histogram-before");
        after.getStyleClass().add("heatmap-histogram-after");
        before.setManaged(false);
        after.setManaged(false);
        getChildren().addAll(before, after, low, middle, high, legendBefore, legendAfter);
        model.histogramProperty().addListener((observed, old, now) -> show(now));
        setVisible(false);
        setManaged(false);
    }

    private void show(@Nullable Histogram histogram) {
        setVisible(histogram != null);
        setManaged(histogram != null);
        if (histogram == null) {
            return;
        }
        LayerPicture picture = model.pictureProperty().get();
        MapWords words = picture == null ? MapWords.DRIFT : picture.words();
        legendBefore.setText("▇ " + words.first());
        legendAfter.setText("━ " + words.second());
        String unit = model.viewProperty().get().unit();
        low.setText(ValueText.number(histogram.range().low()));
        high.setText(ValueText.withUnit(histogram.range().high(), unit));
        middle.setText(String.format(Locale.ROOT, "cells (log scale), up to %,d a bin", histogram.tallest())
                + ValueRange.beyond(histogram.shareBeyond()));
        setAccessibleText("Histogram from " + low.getText() + " to " + high.getText());
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return snappedTopInset() + snappedBottomInset() + 4.5 * low.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Histogram histogram = model.histogramProperty().get();
        if (histogram == null) {
            return;
        }
        double left = snappedLeftInset();
        double width = getWidth() - left - snappedRightInset();
        double line = low.prefHeight(-1);
        double bottom = getHeight() - snappedBottomInset() - line;
        double height = bottom - snappedTopInset() - GAP;
        draw(before, histogram.before(), histogram.tallest(), left, bottom, width, height);
        draw(after, histogram.after(), histogram.tallest(), left, bottom, width, height);
        place(low, left, bottom);
        place(middle, left + (width - middle.prefWidth(-1)) / 2, bottom);
        place(high, left + width - high.prefWidth(-1), bottom);
        place(legendAfter, left + width - legendAfter.prefWidth(-1), snappedTopInset());
        place(legendBefore, legendAfter.getLayoutX() - 3 * GAP - legendBefore.prefWidth(-1), snappedTopInset());
    }

    private static void draw(
            Path path, int[] counts, int tallest, double left, double bottom, double width, double height) {
        double scale = height / Math.log1p(Math.max(1, tallest));
        path.getElements().setAll(new MoveTo(left, bottom));
        for (int bin = 0; bin < counts.length; bin++) {
            double y = bottom - scale * Math.log1p(counts[bin]);
            path.getElements()
                    .addAll(
                            new LineTo(left + width * bin / counts.length, y),
                            new LineTo(left + width * (bin + 1) / counts.length, y));
        }
        path.getElements().add(new LineTo(left + width, bottom));
    }

    private static void place(Label label, double x, double y) {
        label.resizeRelocate(x, y, label.prefWidth(-1), label.prefHeight(-1));
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("heatmap-histogram-label", styleClass);
        return label;
    }
}
