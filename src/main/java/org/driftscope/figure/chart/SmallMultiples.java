package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Several figures in a grid, filled row by row.
 *
 * @param title names the whole for metadata; the panels have their own titles
 * @param columns number of columns, at least 1
 * @param panels at least one
 */
public record SmallMultiples(String title, int columns, List<Figure> panels) implements Figure {
    /** The least height of a panel below another, in text sizes: flatter ones leave no room for labels. */
    private static final double LEAST_ROW = 18;

    public SmallMultiples {
        panels = List.copyOf(panels);
        if (columns < 1 || panels.isEmpty()) {
            throw new IllegalArgumentException(panels.size() + " panels in " + columns + " columns");
        }
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        new Pen(graphics, theme).background(width, height);
        double panelWidth = width / columns;
        double panelHeight = height / rows();
        List<HitArea> hits = new ArrayList<>();
        AffineTransform before = graphics.getTransform();
        for (int i = 0; i < panels.size(); i++) {
            double dx = (i % columns) * panelWidth;
            double dy = (i / columns) * panelHeight;
            graphics.translate(dx, dy);
            for (HitArea hit : panels.get(i).draw(graphics, panelWidth, panelHeight, theme)) {
                hits.add(hit.shifted(dx, dy));
            }
            graphics.setTransform(before);
        }
        return hits;
    }

    private int rows() {
        return (panels.size() + columns - 1) / columns;
    }

    /** The panels' tables as one: panel, row, column, cell. */
    @Override
    public FigureTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Figure panel : panels) {
            FigureTable table = panel.table();
            for (int r = 0; r < table.rows().size(); r++) {
                for (int c = 0; c < table.columns().size(); c++) {
                    String cell = table.rows().get(r).get(c);
                    rows.add(List.of(
                            panel.title(), Integer.toString(r), table.columns().get(c), cell));
                }
            }
        }
        return new FigureTable(List.of("panel", "row", "column", "value"), rows);
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        double least = rows() == 1 ? 0 : LEAST_ROW * theme.style().textSize();
        double tallest = panels.stream()
                .mapToDouble(panel -> panel.naturalHeight(theme))
                .max()
                .orElse(0);
        return rows() * Math.max(least, tallest);
    }
}
