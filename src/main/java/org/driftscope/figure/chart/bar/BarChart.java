package org.driftscope.figure.chart.bar;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;

/**
 * Horizontal bars grouped by category, e.g. the feature error of each layer before and after.
 *
 * @param title may be empty: nothing is drawn then
 * @param valueTitle the values' quantity with unit
 * @param categories from top to bottom
 * @param series from top to bottom within a category
 */
public record BarChart(String title, String valueTitle, List<String> categories, List<BarSeries> series)
        implements Figure {
    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (BarSeries one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("Series " + one.name() + " has "
                        + one.values().size() + " values for " + categories.size() + " categories");
            }
        }
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        return new BarChartDrawing(this, new Pen(graphics, theme), width, height).draw();
    }

    /** The visible part of the axis of values. */
    public AxisRange valueRange() {
        return BarChartDrawing.range(this);
    }

    @Override
    public FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("category"));
        for (BarSeries one : series) {
            columns.add(one.name() + " " + valueTitle);
            if (one.hasErrors()) {
                columns.add("error of " + one.name());
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            List<String> row = new ArrayList<>(List.of(categories.get(i)));
            for (BarSeries one : series) {
                row.add(FigureTable.measured(one.values().get(i)));
                if (one.hasErrors()) {
                    row.add(FigureTable.measured(one.errors().get(i)));
                }
            }
            rows.add(row);
        }
        return new FigureTable(columns, rows);
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        return BarChartDrawing.naturalHeight(this, theme.style());
    }
}
