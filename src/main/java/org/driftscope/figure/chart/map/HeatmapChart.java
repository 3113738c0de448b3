package org.driftscope.figure.chart.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.raster.HeatmapFigure;

/**
 * A matrix as an image of one pixel a cell, with the scale beside it.
 *
 * @param title may be empty: nothing is drawn then
 * @param xTitle what columns are
 * @param yTitle what rows are
 * @param rows number of rows; row 0 is at the top
 * @param cols number of columns
 * @param argb colours of the cells, 0xAARRGGBB, row-major [rows, cols]; copied
 * @param values numbers of the cells, row-major [rows, cols], for the table; copied
 * @param bar the colours' meaning
 */
public record HeatmapChart(
        String title, String xTitle, String yTitle, int rows, int cols, int[] argb, float[] values, ColorBar bar)
        implements Figure {
    private static final int RAMP = 255;

    public HeatmapChart {
        argb = argb.clone();
        values = values.clone();
        if (rows < 1 || cols < 1 || argb.length != rows * cols || values.length != argb.length) {
            throw new IllegalArgumentException("A heatmap of " + rows + " x " + cols + " cells has " + argb.length
                    + " colours and " + values.length + " values");
        }
    }

    /** The chart of a heatmap, with its colours and numbers as they are. */
    public static HeatmapChart of(HeatmapFigure heatmap) {
        int[] ramp = IntStream.rangeClosed(0, RAMP)
                .map(step -> heatmap.map().argb(step / (double) RAMP))
                .toArray();
        String unit = heatmap.unit().isEmpty() ? "" : " (" + heatmap.unit() + ")";
        return new HeatmapChart(
                heatmap.title(),
                heatmap.xLabel(),
                heatmap.yLabel(),
                heatmap.rows(),
                heatmap.cols(),
                heatmap.raster().argb(),
                heatmap.values(),
                new ColorBar(
                        heatmap.quantity() + unit + heatmap.beyond(),
                        heatmap.range().low(),
                        heatmap.range().high(),
                        ramp));
    }

    /** A copy of the colours. */
    @Override
    public int[] argb() {
        return argb.clone();
    }

    /** A copy of the values. */
    @Override
    public float[] values() {
        return values.clone();
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        new HeatmapDrawing(this, new Pen(graphics, theme), width, height).draw();
        return List.of();
    }

    @Override
    public FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("row"));
        IntStream.range(0, cols).forEach(col -> columns.add("column " + col));
        List<List<String>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<String> line = new ArrayList<>(List.of(Integer.toString(row)));
            for (int col = 0; col < cols; col++) {
                line.add(Float.toString(values[row * cols + col]));
            }
            cells.add(line);
        }
        return new FigureTable(columns, cells);
    }
}
