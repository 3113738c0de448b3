package org.driftscope.figure.raster;

/**
 * The rectangle of a crossbar that is in view, in cells; ends may lie inside a cell. Row 0.0 is the upper edge of the
 * first row.
 *
 * @param row upper edge
 * @param col left edge
 * @param rows height, above 0
 * @param cols width, above 0
 */
public record Viewport(double row, double col, double rows, double cols) {
    /** Fewest cells along an edge that zooming in leaves in view. */
    private static final double FEWEST = 4;

    public Viewport {
        if (!(rows > 0) || !(cols > 0) || !Double.isFinite(row + col + rows + cols)) {
            throw new IllegalArgumentException(
                    "viewport at " + row + ", " + col + " of " + rows + " x " + cols + " cells");
        }
    }

    /** All cells of a grid. */
    public static Viewport whole(int rows, int cols) {
        return new Viewport(0, 0, rows, cols);
    }

    /**
     * Zooms about a point that stays where it is on the screen, as far as the bounds allow.
     *
     * @param factor above 1 shows fewer cells
     * @param across the point's place in view, 0 at the left edge to 1 at the right
     * @param down the same from the upper edge
     * @param bounds what may be seen: the layer or a tile
     */
    public Viewport zoomed(double factor, double across, double down, Viewport bounds) {
        double newRows = extent(rows / factor, bounds.rows);
        double newCols = extent(cols / factor, bounds.cols);
        return new Viewport(row + (rows - newRows) * down, col + (cols - newCols) * across, newRows, newCols)
                .within(bounds);
    }

    /** Moves by a number of cells, as far as the bounds allow. */
    public Viewport moved(double byRows, double byCols, Viewport bounds) {
        return new Viewport(row + byRows, col + byCols, rows, cols).within(bounds);
    }

    /** Moves by as little as brings a cell into view. */
    public Viewport showing(int cellRow, int cellCol, Viewport bounds) {
        double byRows = Math.min(0, cellRow - row) + Math.max(0, cellRow + 1 - (row + rows));
        double byCols = Math.min(0, cellCol - col) + Math.max(0, cellCol + 1 - (col + cols));
        return byRows == 0 && byCols == 0 ? this : moved(byRows, byCols, bounds);
    }

    private Viewport within(Viewport bounds) {
        double newRows = Math.min(rows, bounds.rows);
        double newCols = Math.min(cols, bounds.cols);
        double newRow = Math.max(bounds.row, Math.min(row, bounds.row + bounds.rows - newRows));
        double newCol = Math.max(bounds.col, Math.min(col, bounds.col + bounds.cols - newCols));
        return new Viewport(newRow, newCol, newRows, newCols);
    }

    private static double extent(double wanted, double most) {
        return Math.min(most, Math.max(Math.min(FEWEST, most), wanted));
    }
}
