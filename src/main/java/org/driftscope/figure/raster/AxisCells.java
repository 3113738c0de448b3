package org.driftscope.figure.raster;

/**
 * Which cells each pixel along one axis stands for: [from, to), never empty, within the grid.
 *
 * @param from first cell of each pixel
 * @param to one past the last cell of each pixel
 * @param single whether every pixel stands for one cell
 */
record AxisCells(int[] from, int[] to, boolean single) {
    /**
     * Cuts an extent of cells into equal pixels. With more pixels than cells a pixel takes the cell under its centre;
     * with more cells than pixels every cell belongs to exactly one pixel.
     */
    static AxisCells of(double start, double extent, int pixels, int cells) {
        int[] from = new int[pixels];
        int[] to = new int[pixels];
        double step = extent / pixels;
        boolean single = step <= 1;
        for (int i = 0; i < pixels; i++) {
            from[i] = clamp(Math.floor(start + (single ? i + 0.5 : i) * step), cells - 1);
            to[i] = single ? from[i] + 1 : Math.max(from[i] + 1, clamp(Math.floor(start + (i + 1) * step), cells));
        }
        return new AxisCells(from, to, single);
    }

    int pixels() {
        return from.length;
    }

    private static int clamp(double cell, int most) {
        return (int) Math.max(0, Math.min(most, cell));
    }
}
