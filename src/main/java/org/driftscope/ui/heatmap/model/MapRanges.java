package org.driftscope.ui.heatmap.model;

import java.util.List;
import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.ValueRange;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of the maps' colours; kept as they are while the range is locked.
 *
 * @param cells shared by target and drifted
 * @param change symmetric; shared by change and residual, so that their colours can be compared
 */
record MapRanges(ValueRange cells, ValueRange change) {
    /** Share of the cells whose values lie within the ends of a signed range. */
    private static final double SHARE = 0.995;

    /** The ranges that hold all values of one sign, and nearly all of signed ones: outliers take the end colours. */
    static MapRanges of(LayerGrids grids, CellView view) {
        float[] target = grids.target().values();
        float[] drifted = grids.drifted().values();
        return new MapRanges(
                view.signed() ? ValueRange.symmetricFor(SHARE, target, drifted) : ValueRange.of(target, drifted),
                wider(grids.change(), grids.residual()));
    }

    private static ValueRange wider(CellGrid change, @Nullable CellGrid residual) {
        ValueRange range = ValueRange.symmetricFor(SHARE, change.values());
        if (residual == null) {
            return range;
        }
        ValueRange other = ValueRange.symmetricFor(SHARE, residual.values());
        return other.high() > range.high() ? other : range;
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
            case CHANGE, RESIDUAL -> change;
        };
    }
}
