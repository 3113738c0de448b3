package org.driftscope.figure.raster;

/**
 * A heatmap with everything a file of it needs: numbers, colours, words.
 *
 * @param title what it shows
 * @param grid the cells, one number each
 * @param map colours
 * @param range values at the ends of the colour bar
 * @param unit of the numbers, "" if none
 * @param xLabel of the columns
 * @param yLabel of the rows
 */
public record HeatmapFigure(
        String title,
        CellGrid grid,
        ColorMap map,
        ValueRange range,
        String quantity,
        String unit,
        String xLabel,
        String yLabel) {
    public int rows() {
        return grid.rows();
    }

    public int cols() {
        return grid.cols();
    }

    /** Row-major numbers, rows * cols; shared, read-only. */
    public float[] values() {
        return grid.values();
    }

    /** ", 0.5 % beyond" where cells lie beyond the ends of the colours. */
    public String beyond() {
        return ValueRange.beyond(range.shareBelow(values()) + range.shareAbove(values()));
    }

    /** The picture with one pixel a cell. */
    public Raster raster() {
        return HeatmapRaster.paint(
                grid, Viewport.whole(rows(), cols()), new HeatmapStyle(map, range, Reduction.MEAN), cols(), rows());
    }
}
