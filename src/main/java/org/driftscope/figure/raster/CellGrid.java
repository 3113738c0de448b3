package org.driftscope.figure.raster;

/**
 * One number for each cell of a crossbar. The array is shared, not copied: treat it as read-only.
 *
 * @param rows wordlines, at least 1
 * @param cols bitlines, at least 1
 * @param values row-major, length rows * cols; NaN where a cell has no number
 */
public record CellGrid(int rows, int cols, float[] values) {
    public CellGrid {
        if (rows < 1 || cols < 1 || (long) rows * cols != values.length) {
            throw new IllegalArgumentException(
                    "grid of " + rows + " x " + cols + " cells with " + values.length + " values");
        }
    }

    public float at(int row, int col) {
        return values[row * cols + col];
    }

    /** A copy of a rectangle of it, such as one tile: rows and columns from, inclusive, and how many. */
    public CellGrid part(int rowFrom, int colFrom, int partRows, int partCols) {
        float[] part = new float[partRows * partCols];
        for (int row = 0; row < partRows; row++) {
            System.arraycopy(values, (rowFrom + row) * cols + colFrom, part, row * partCols, partCols);
        }
        return new CellGrid(partRows, partCols, part);
    }
}
