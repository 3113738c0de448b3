package org.driftscope.ui.heatmap;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.TileGrid.TileBounds;
import org.driftscope.ui.heatmap.model.MapNavigation;

/** A small drawing of a layer's tiles, rows downwards; long thin layers are drawn wider than they are. */
final class TileMap extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double HEIGHT = 90;
    private static final double WIDTH = 110;
    private static final double SMALLEST_TILE = 6;
    private static final double SMALLEST_SIDE = 40;

    private final MapNavigation navigation;

    TileMap(MapNavigation navigation) {
        this.navigation = navigation;
        getStyleClass().add("tile-map-tiles");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setMinWidth(SMALLEST_SIDE);
        navigation.tilesProperty().addListener(observed -> rebuild());
        navigation.tileProperty().addListener(observed -> select());
        rebuild();
    }

    private void rebuild() {
        getChildren().clear();
        int count = navigation.tilesProperty().get().count();
        for (int index = 0; index < count; index++) {
            getChildren().add(tile(index));
        }
        select();
        requestLayout();
    }

    private Rectangle tile(int index) {
        Rectangle tile = new Rectangle();
        tile.setId("tile-" + index);
        tile.getStyleClass().add("tile");
        tile.setManaged(false);
        tile.setOnMouseClicked(event -> {
            requestFocus();
            boolean chosen = navigation.tileProperty().get() == index;
            navigation.tileProperty().set(chosen ? MapNavigation.WHOLE_LAYER : index);
        });
        return tile;
    }

    private void select() {
        int chosen = navigation.tileProperty().get();
        for (int index = 0; index < getChildren().size(); index++) {
            getChildren().get(index).pseudoClassStateChanged(SELECTED, chosen < 0 || index == chosen);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        TileGrid grid = navigation.tilesProperty().get();
        return side(grid.cols() * scale(grid), grid.across(), WIDTH);
    }

    @Override
    protected void layoutChildren() {
        TileGrid grid = navigation.tilesProperty().get();
        double height = side(grid.rows() * scale(grid), grid.down(), HEIGHT);
        double width = Math.max(1, Math.min(getWidth(), computePrefWidth(HEIGHT)));
        for (int index = 0; index < getChildren().size(); index++) {
            TileBounds bounds = grid.bounds(index);
            Rectangle tile = (Rectangle) getChildren().get(index);
            double left = Math.round(width * bounds.colFrom() / grid.cols());
            double top = Math.round(height * bounds.rowFrom() / grid.rows());
            tile.setX(left);
            tile.setY(top);
            tile.setWidth(Math.max(2, Math.round(width * bounds.colTo() / grid.cols()) - left - 1));
            tile.setHeight(Math.max(2, Math.round(height * bounds.rowTo() / grid.rows()) - top - 1));
        }
    }

    private static double scale(TileGrid grid) {
        return Math.min(HEIGHT / grid.rows(), WIDTH / grid.cols());
    }

    private static double side(double proportional, int tiles, double room) {
        return Math.min(room, Math.max(proportional, Math.max(SMALLEST_SIDE, SMALLEST_TILE * tiles)));
    }
}
