package org.driftscope.figure.chart.map;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;

/**
 * Which class was taken for which: rows are labels, columns are answers, shade is the share of the row.
 *
 * @param title may be empty: nothing is drawn then
 * @param classes names in the order of the counts
 * @param counts [label][answer], square, as long as {@code classes}; copied
 * @param tint hue of the shades
 */
public record ConfusionChart(String title, List<String> classes, int[][] counts, SeriesTint tint) implements Figure {
    public ConfusionChart {
        classes = List.copyOf(classes);
        counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
        for (int[] row : counts) {
            if (row.length != classes.size() || counts.length != classes.size()) {
                throw new IllegalArgumentException(
                        "Counts are " + counts.length + " x " + row.length + " for " + classes.size() + " classes");
            }
        }
    }

    /** A copy of the counts. */
    @Override
    public int[][] counts() {
        return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    int count(int label, int answer) {
        return counts[label][answer];
    }

    /** The share of a label's images that got this answer, 0 to 1; 0 for a label without images. */
    public double share(int label, int answer) {
        int images = Arrays.stream(counts[label]).sum();
        return images == 0 ? 0 : (double) counts[label][answer] / images;
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        return new ConfusionDrawing(this, new Pen(graphics, theme), width, height).draw();
    }

    @Override
    public FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("label \\ answer"));
        columns.addAll(classes);
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < counts.length; label++) {
            List<String> row = new ArrayList<>(List.of(classes.get(label)));
            Arrays.stream(counts[label]).forEach(count -> row.add(Integer.toString(count)));
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }
}
