package org.driftscope.ui.heatmap.model;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.driftscope.crossbar.TileGrid.TileBounds;
import org.driftscope.figure.raster.Viewport;
import org.jspecify.annotations.Nullable;

/** The cell that is looked at, by pointer or keys, and the one that was pinned to stay. */
public final class CellSelection {
    static final String HINT = "Point at a cell, or move with the arrow keys, to read its values";

    private final MapNavigation navigation;
    private final ReadOnlyObjectWrapper<@Nullable Cell> cursor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Cell> pinned = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper probe = new ReadOnlyStringWrapper(HINT);
    private @Nullable ObjectBinding<@Nullable CellReading> reading;

    CellSelection(MapNavigation navigation) {
        this.navigation = navigation;
        navigation.tileProperty().addListener(observed -> cursor.set(null));
    }

    /** The cell under the pointer or the keys; null if none. */
    public ReadOnlyObjectProperty<@Nullable Cell> cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** The cell that was pinned; null if none. */
    public ReadOnlyObjectProperty<@Nullable Cell> pinnedProperty() {
        return pinned.getReadOnlyProperty();
    }

    /** One line about the cell under the cursor, else the pinned one, else a hint. */
    public ReadOnlyStringProperty probeProperty() {
        return probe.getReadOnlyProperty();
    }

    /** The cell's values for a spreadsheet; "" where none is chosen. */
    public String tabSeparated() {
        CellReading read = reading == null ? null : reading.get();
        return read == null ? "" : read.tabSeparated();
    }

    /** Looks at a cell; null at none. */
    public void point(@Nullable Cell cell) {
        cursor.set(cell);
    }

    /** Steps from the cursor, else from the pinned cell, else from the middle of what is in view. */
    public void step(int rows, int cols) {
        TileBounds bounds = navigation.tileBounds();
        Cell from = chosen();
        Cell next = from == null
                ? middle()
                : new Cell(
                        clamp(from.row() + rows, bounds.rowFrom(), bounds.rowTo()),
                        clamp(from.col() + cols, bounds.colFrom(), bounds.colTo()));
        cursor.set(next);
        navigation.follow(next);
    }

    /** Pins a cell, or lets it go if it is the pinned one. */
    public void togglePin(Cell cell) {
        pinned.set(cell.equals(pinned.get()) ? null : cell);
    }

    /** Pins the cell under the cursor, or lets it go. */
    public void togglePin() {
        Cell cell = chosen();
        if (cell != null) {
            togglePin(cell);
        }
    }

    /** Whether there was a pinned cell to let go. */
    public boolean unpin() {
        boolean wasPinned = pinned.get() != null;
        pinned.set(null);
        return wasPinned;
    }

    void clear() {
        cursor.set(null);
        pinned.set(null);
    }

    /** From now on the probe reads this layer in this view. */
    void readingFrom(ObservableValue<@Nullable LayerPicture> picture, ObservableValue<CellView> view) {
        ObjectBinding<@Nullable CellReading> read = Bindings.createObjectBinding(
                () -> {
                    LayerPicture layer = picture.getValue();
                    Cell cell = chosen();
                    return layer == null || cell == null ? null : CellReading.of(layer, view.getValue(), cell);
                },
                picture,
                view,
                cursor,
                pinned);
        reading = read;
        probe.bind(read.map(CellReading::sentence).orElse(HINT));
    }

    private @Nullable Cell chosen() {
        Cell pointed = cursor.get();
        return pointed != null ? pointed : pinned.get();
    }

    private Cell middle() {
        Viewport seen = navigation.viewportProperty().get();
        return new Cell((int) (seen.row() + seen.rows() / 2), (int) (seen.col() + seen.cols() / 2));
    }

    private static int clamp(int value, int from, int to) {
        return Math.max(from, Math.min(to - 1, value));
    }
}
