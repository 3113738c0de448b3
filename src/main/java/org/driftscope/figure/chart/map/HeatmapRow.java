package org.driftscope.figure.chart.map;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.raster.HeatmapFigure;

/**
 * Maps of one layer side by side, as target, drifted and change, each with its colour bar below: one figure for a paper.
 *
 * @param title the layer and what is shown of it
 * @param panels from left to right, at least one
 */
public record HeatmapRow(String title, List<Panel> panels) implements Figure {
    /** The least height that leaves room for cells, in text sizes. */
    private static final double LEAST = 20;

    public HeatmapRow {
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("No maps");
        }
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        Pen pen = new Pen(graphics, theme);
        pen.background(width, height);
        double gap = theme.style().gap();
        double line = theme.style().textSize() * 1.35;
        double top = gap * 0.5;
        if (!title.isEmpty()) {
            String text = Pen.fitted(title, pen.bold(), width - 2 * gap);
            pen.text(text, gap, top + line / 2, 0, pen.bold(), pen.palette().ink());
            top += line;
        }
        double left = HeatmapPanelDrawing.leftRoom(panels.get(0).map(), pen);
        double each = (width - left - gap) / panels.size();
        double below = panels.stream()
                .mapToDouble(panel -> HeatmapPanelDrawing.below(panel, pen))
                .max()
                .orElseThrow();
        AffineTransform before = graphics.getTransform();
        for (int i = 0; i < panels.size(); i++) {
            double x = left + i * each;
            HeatmapPanelDrawing panel =
                    new HeatmapPanelDrawing(panels.get(i), pen, x, top, each - gap * 1.6, height - top, below);
            panel.draw(i == 0);
            if (i == 0) {
                String columns = panels.get(0).map().xTitle();
                double middle = left + (width - left) / 2 - gap;
                pen.text(
                        columns,
                        middle,
                        panel.titleMiddle(),
                        0.5,
                        pen.text(),
                        pen.palette().ink());
            }
        }
        graphics.setTransform(before);
        return List.of();
    }

    /** The maps' numbers under each other. */
    @Override
    public FigureTable table() {
        List<String> columns = new ArrayList<>(List.of("map"));
        columns.addAll(panels.get(0).map().table().columns());
        List<List<String>> rows = new ArrayList<>();
        for (Panel panel : panels) {
            for (List<String> cells : panel.map().table().rows()) {
                List<String> row = new ArrayList<>(List.of(panel.name()));
                row.addAll(cells);
                rows.add(row);
            }
        }
        return new FigureTable(columns, rows);
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        return LEAST * theme.style().textSize();
    }

    /**
     * One map.
     *
     * @param name stands above it
     * @param map its cells and colours
     * @param unit stands below the bar; "" if none
     * @param note stands below the unit: what lies beyond the bar's ends; "" if nothing does
     */
    public record Panel(String name, HeatmapChart map, String unit, String note) {
        /** The panel of a heatmap, which says what lies beyond the ends of its colours. */
        public static Panel of(String name, HeatmapFigure heatmap) {
            return new Panel(
                    name,
                    HeatmapChart.of(heatmap),
                    heatmap.unit(),
                    heatmap.beyond().replaceFirst("^, ", ""));
        }
    }
}
