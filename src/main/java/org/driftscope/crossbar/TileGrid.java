package org.driftscope.crossbar;

/**
 * How a layer of rows x cols weights is cut into tiles, row-major.
 *
 * @param rows wordlines of the layer
 * @param cols bitlines of the layer
 * @param tileRows wordlines of a tile
 * @param tileCols bitlines of a tile
 */
public record TileGrid(int rows, int cols, int tileRows, int tileCols) {
    /** Tiles along the rows. */
    public int down() {
        return (rows + tileRows - 1) / tileRows;
    }

    /** Tiles along the columns. */
    public int across() {
        return (cols + tileCols - 1) / tileCols;
    }

    public int count() {
        return down() * across();
    }

    /** The part of the layer that tile number {@code index} holds. */
    public TileBounds bounds(int index) {
        int row = (index / across()) * tileRows;
        int col = (index % across()) * tileCols;
        return new TileBounds(row, col, Math.min(rows, row + tileRows), Math.min(cols, col + tileCols));
    }

    /** Where tile number {@code index} has its reference column in an array [rows, {@link #across()}]. */
    TileBounds referenceBounds(int index) {
        TileBounds cells = bounds(index);
        int col = index % across();
        return new TileBounds(cells.rowFrom(), col, cells.rowTo(), col + 1);
    }

    /**
     * A half-open rectangle of a layer.
     *
     * @param rowFrom first row
     * @param colFrom first column
     * @param rowTo one past the last row
     * @param colTo one past the last column
     */
    public record TileBounds(int rowFrom, int colFrom, int rowTo, int colTo) {
        public int rows() {
            return rowTo - rowFrom;
        }

        public int cols() {
            return colTo - colFrom;
        }
    }
}
