package org.driftscope.ui.heatmap.model;

import org.driftscope.figure.raster.CellGrid;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.figure.raster.ValueRange;

/**
 * One map, ready to be painted.
 *
 * @param kind which of the linked maps
 * @param grid a number a cell, whole layer
 * @param map colours
 * @param range values at their ends
 * @param unit of the numbers, "" if none
 * @param below share of the cells whose values lie below the range, and take its end colour
 * @param above the same above it
 */
public record MapContent(
        MapKind kind, CellGrid grid, ColorMap map, ValueRange range, String unit, double below, double above) {
    MapContent(MapKind kind, CellGrid grid, ColorMap map, ValueRange range, String unit) {
        this(kind, grid, map, range, unit, range.shareBelow(grid.values()), range.shareAbove(grid.values()));
    }

    /** The range in words, e.g. "0.1 to 100 µS" or "± 30 µS, 0.5 % beyond". */
    public String rangeText() {
        String ends = range.isSymmetric()
                ? "± " + ValueText.withUnit(range.high(), unit)
                : ValueText.number(range.low()) + " to " + ValueText.withUnit(range.high(), unit);
        return ends + ValueRange.beyond(below + above);
    }
}
