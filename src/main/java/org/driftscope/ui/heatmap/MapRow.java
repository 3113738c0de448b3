package org.driftscope.ui.heatmap;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.driftscope.ui.control.Keys;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.MapContent;
import org.driftscope.ui.heatmap.model.MapKind;
import org.driftscope.ui.heatmap.model.MapWords;

/**
 * The linked maps side by side with cells of equal size, or two by two where four would be too narrow. The residual has
 * its place before there is one, so that a calibration does not move the maps that one compares.
 */
final class MapRow extends Region {
    private static final double GAP = 14;
    private static final double NARROWEST = 150;
    private static final double LOWEST = 130;
    /** Where the maps are narrower than this, they need the height of two rows. */
    private static final double CRAMPED = 84;

    private final HeatmapViewModel model;
    private final List<MapPane> panes;
    private final Label reserved = new Label("Residual: here after a calibration");

    MapRow(HeatmapViewModel model) {
        this.model = model;
        this.panes = Arrays.stream(MapKind.values())
                .map(kind -> new MapPane(kind, model))
                .toList();
        setId("heatmap-maps");
        getStyleClass().add("heatmap-maps");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription("linked maps of cells");
        setAccessibleHelp("Arrow keys move the cell cursor, + and - zoom, 0 fits, Space pins, "
                + Keys.shown("Shortcut+C") + " copies");
        accessibleTextProperty().bind(model.selection().probeProperty());
        getChildren().addAll(panes);
        reserved.setId("heatmap-reserved");
        reserved.getStyleClass().addAll("heatmap-placeholder", "heatmap-reserved");
        reserved.setWrapText(true);
        getChildren().add(reserved);
        panes.forEach(pane -> MapGestures.install(pane.cells(), this, model));
        MapKeys.install(this, model);
        model.mapsProperty().addListener(observed -> showMaps());
        showMaps();
    }

    /** How many cells a pixel of every map stands for. */
    ReadOnlyLongProperty cellsPerPixelProperty() {
        return panes.get(0).cells().cellsPerPixelProperty();
    }

    private void showMaps() {
        LayerPicture picture = model.pictureProperty().get();
        List<MapContent> maps = model.mapsProperty().get();
        for (MapPane pane : panes) {
            pane.setVisible(maps.stream().anyMatch(map -> map.kind() == pane.kind()));
        }
        MapWords words = picture == null ? MapWords.DRIFT : picture.words();
        reserved.setVisible(words == MapWords.DRIFT
                && !maps.isEmpty()
                && !panes.get(MapKind.RESIDUAL.ordinal()).isVisible());
        for (MapContent map : maps) {
            panes.get(map.kind().ordinal()).show(map, picture == null ? "" : picture.caption(), words);
        }
        requestLayout();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        double twoRows = 2 * LOWEST + GAP + snappedTopInset() + snappedBottomInset();
        return getWidth() > 0 && cellWidth(inRow()) < CRAMPED ? twoRows : 150;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 260;
    }

    @Override
    protected void layoutChildren() {
        List<MapPane> row = inRow();
        boolean folded = cellWidth(row) < NARROWEST && innerHeight() >= 2 * LOWEST + GAP;
        if (folded) {
            // both rows take the widths of the one that has two bars
            List<MapPane> wider = panes.subList(2, 4);
            double height = Math.floor((innerHeight() - GAP) / 2);
            layoutRow(panes.subList(0, 2), wider, snappedTopInset(), height);
            layoutRow(wider, wider, snappedTopInset() + height + GAP, height);
        } else {
            layoutRow(row, row, snappedTopInset(), innerHeight());
        }
        MapPane last = panes.get(MapKind.RESIDUAL.ordinal());
        reserved.resizeRelocate(
                last.getLayoutX(), last.getLayoutY(), Math.max(0, last.getWidth() - last.barWidth()), last.getHeight());
    }

    /** The maps that there is room kept for: a pair leaves no residual. */
    private List<MapPane> inRow() {
        LayerPicture picture = model.pictureProperty().get();
        return picture == null || picture.words() == MapWords.DRIFT ? panes : panes.subList(0, panes.size() - 1);
    }

    /** Lays out a row of maps in the columns that another row, or it, asks for. */
    private void layoutRow(List<MapPane> row, List<MapPane> columns, double y, double height) {
        double width = cellWidth(columns);
        double x = snappedLeftInset();
        for (int i = 0; i < row.size(); i++) {
            row.get(i).resizeRelocate(x, y, width + row.get(i).barWidth(), height);
            x += width + besideCells(columns.get(i)) + GAP;
        }
    }

    /** Width of a bar; the residual's is taken to be that of the change as long as there is none. */
    private double besideCells(MapPane pane) {
        boolean awaited = pane.kind() == MapKind.RESIDUAL && !pane.isVisible();
        return awaited ? panes.get(MapKind.CHANGE.ordinal()).barWidth() : pane.barWidth();
    }

    private double cellWidth(List<MapPane> row) {
        double bars = row.stream().mapToDouble(this::besideCells).sum();
        double inner = getWidth() - snappedLeftInset() - snappedRightInset();
        return Math.max(1, Math.floor((inner - bars - GAP * (row.size() - 1)) / row.size()));
    }

    private double innerHeight() {
        return Math.max(0, getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
