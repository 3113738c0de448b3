package org.driftscope.ui.heatmap;

import java.util.List;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of the maps' colours; kept as they are while the range is locked.
 *
 * @param cells shared by target and drifted
 * @param change symmetric
 * @param residual symmetric; null as long as there was no calibration
 */
record MapRanges(ValueRange cells, ValueRange change, @Nullable ValueRange residual) {
    /** Share of the cells whose values lie within the ends of a signed range. */
    private static final double SHARE = 0.995;

    /** The ranges that hold all values of one sign, and nearly all of signed ones: outliers take the end colours. */
    static MapRanges of(LayerGrids grids, CellView view) {
        float[] target = grids.target().values();
        float[] drifted = grids.drifted().values();
        return new MapRanges(
                view.signed() ? ValueRange.symmetricFor(SHARE, target, drifted) : ValueRange.of(target, drifted),
                ValueRange.symmetricFor(SHARE, grids.change().values()),
                residualOf(grids));
    }

    /** These, with the residual's range where it was not known yet. */
    MapRanges completedFor(LayerGrids grids) {
        return residual == null ? new MapRanges(cells, change, residualOf(grids)) : this;
    }

    /** Every map there is of some grids, in order. */
    List<MapContent> maps(LayerGrids grids, CellView view, ColorMap colors) {
        return grids.kinds().stream()
                .map(kind -> grids.content(kind, view, colors, of(kind)))
                .toList();
    }

    private ValueRange of(MapKind kind) {
        return switch (kind) {
            case TARGET, DRIFTED -> cells;
            case CHANGE -> change;
            case RESIDUAL -> residual == null ? change : residual;
        };
    }

    private static @Nullable ValueRange residualOf(LayerGrids grids) {
        CellGrid residual = grids.residual();
        return residual == null ? null : ValueRange.symmetricFor(SHARE, residual.values());
    }
}
