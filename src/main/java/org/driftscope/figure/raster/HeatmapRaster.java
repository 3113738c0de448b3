package org.driftscope.figure.raster;

/**
 * Paints a viewport of a grid of cells: one flat colour a cell where pixels abound, a {@link Reduction} where cells do.
 * The same integers go to the screen and to files.
 */
public final class HeatmapRaster {
    private HeatmapRaster() {}

    /** Paints into a new raster of width x height pixels. */
    public static Raster paint(CellGrid grid, Viewport view, HeatmapStyle style, int width, int height) {
        int[] argb = new int[Math.multiplyExact(width, height)];
        paintInto(argb, grid, view, style, width, height);
        return new Raster(width, height, argb);
    }

    /**
     * Paints into the first width * height integers of a buffer, row-major.
     *
     * @param argb overwritten with opaque, hence also premultiplied, colours
     * @param view should lie within the grid; what doesn't repeats the cells at the grid's edge
     */
    public static void paintInto(int[] argb, CellGrid grid, Viewport view, HeatmapStyle style, int width, int height) {
        AxisCells down = AxisCells.of(view.row(), view.rows(), height, grid.rows());
        AxisCells across = AxisCells.of(view.col(), view.cols(), width, grid.cols());
        CellReducer reducer = new CellReducer(grid, across, style.reduction());
        boolean direct = down.single() && across.single();
        for (int y = 0; y < height; y++) {
            int offset = y * width;
            if (y > 0 && down.from()[y] == down.from()[y - 1] && down.to()[y] == down.to()[y - 1]) {
                System.arraycopy(argb, offset - width, argb, offset, width);
            } else if (direct) {
                colorCells(argb, offset, grid, down.from()[y], across, style);
            } else {
                float[] row = reducer.row(down.from()[y], down.to()[y]);
                colorRow(argb, offset, row, style);
            }
        }
    }

    /** How many cells, to the nearest, one pixel stands for; 1 where cells are larger than pixels. */
    public static long cellsPerPixel(Viewport view, int width, int height) {
        double down = Math.max(1, view.rows() / Math.max(1, height));
        double across = Math.max(1, view.cols() / Math.max(1, width));
        return Math.round(down * across);
    }

    private static void colorCells(
            int[] argb, int offset, CellGrid grid, int row, AxisCells across, HeatmapStyle style) {
        int[] table = style.map().table();
        float[] values = grid.values();
        int[] cols = across.from();
        int start = row * grid.cols();
        float scale = scale(style.range());
        float shift = shift(style.range());
        for (int x = 0; x < cols.length; x++) {
            argb[offset + x] = table[index(values[start + cols[x]], scale, shift)];
        }
    }

    private static void colorRow(int[] argb, int offset, float[] row, HeatmapStyle style) {
        int[] table = style.map().table();
        float scale = scale(style.range());
        float shift = shift(style.range());
        for (int x = 0; x < row.length; x++) {
            argb[offset + x] = table[index(row[x], scale, shift)];
        }
    }

    private static float scale(ValueRange range) {
        return (float) (ColorMap.LAST / (range.high() - range.low()));
    }

    /** Puts low at entry 0; the half rounds to the nearest entry, as casts to int cut off. */
    private static float shift(ValueRange range) {
        return (float) (0.5 - range.low() * (ColorMap.LAST / (range.high() - range.low())));
    }

    private static int index(float value, float scale, float shift) {
        if (Float.isNaN(value)) {
            return ColorMap.LAST + 1;
        }
        return Math.max(0, Math.min(ColorMap.LAST, (int) (value * scale + shift)));
    }
}
