package org.driftscope.ui.heatmap.model;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.driftscope.crossbar.TileGrid;
import org.driftscope.crossbar.TileGrid.TileBounds;
import org.driftscope.figure.raster.Viewport;

/** Which cells are in view; all maps share it. */
public final class MapNavigation {
    /** The value of {@link #tileProperty} for no particular tile. */
    public static final int WHOLE_LAYER = -1;

    private final IntegerProperty tile = new SimpleIntegerProperty(WHOLE_LAYER);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(Viewport.whole(1, 1));
    private final ReadOnlyObjectWrapper<TileGrid> tiles = new ReadOnlyObjectWrapper<>(new TileGrid(1, 1, 1, 1));

    MapNavigation() {
        tile.addListener(observed -> fit());
    }

    /** The chosen tile's number, row-major, or {@link #WHOLE_LAYER}. */
    public IntegerProperty tileProperty() {
        return tile;
    }

    /** How the layer is cut. */
    public ReadOnlyObjectProperty<TileGrid> tilesProperty() {
        return tiles.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** The cells that belong to the chosen tile, or all. */
    public TileBounds tileBounds() {
        TileGrid grid = tiles.get();
        int index = tile.get();
        return index >= 0 && index < grid.count() ? grid.bounds(index) : new TileBounds(0, 0, grid.rows(), grid.cols());
    }

    /** The choice in words: "whole layer" or "tile 1 of 2". */
    public String tileText() {
        int count = tiles.get().count();
        return tile.get() < 0 || tile.get() >= count ? "whole layer" : "tile " + (tile.get() + 1) + " of " + count;
    }

    /** Shows the whole layer or tile. */
    public void fit() {
        viewport.set(bounds());
    }

    /** Zooms about a place in view, each from 0 (left, top) to 1; a factor above 1 zooms in. */
    public void zoom(double factor, double across, double down) {
        viewport.set(viewport.get().zoomed(factor, across, down, bounds()));
    }

    /** Moves what is in view by parts of its own size; positive goes right and down. */
    public void pan(double across, double down) {
        Viewport seen = viewport.get();
        viewport.set(seen.moved(down * seen.rows(), across * seen.cols(), bounds()));
    }

    /** Moves by as little as brings a cell into view. */
    public void follow(Cell cell) {
        viewport.set(viewport.get().showing(cell.row(), cell.col(), bounds()));
    }

    /** Another layer: all of it. */
    void enter(TileGrid newTiles) {
        tiles.set(newTiles);
        tile.set(WHOLE_LAYER);
        fit();
    }

    private Viewport bounds() {
        TileBounds cells = tileBounds();
        return new Viewport(cells.rowFrom(), cells.colFrom(), cells.rows(), cells.cols());
    }
}
