package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Figures as one: the first across the whole width, the others below it, beside each other where there is room for two.
 * Texts keep their size.
 *
 * @param title for metadata; not drawn
 * @param parts at least one
 */
public record FigureColumn(String title, List<Figure> parts) implements Figure {
    /** The width from which two figures stand beside each other, in text sizes. */
    private static final double TWO = 46;

    /** The least height of a part, in text sizes. */
    private static final double LEAST = 17;

    public FigureColumn {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("No figures");
        }
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        new Pen(graphics, theme).background(width, height);
        List<List<Figure>> rows = rows(width, theme);
        double needed = naturalHeight(theme, width);
        List<HitArea> hits = new ArrayList<>();
        AffineTransform before = graphics.getTransform();
        double y = 0;
        for (List<Figure> row : rows) {
            double rowHeight = height * least(row, theme) / needed;
            for (int i = 0; i < row.size(); i++) {
                double x = width * i / row.size();
                graphics.translate(x, y);
                for (HitArea hit : row.get(i).draw(graphics, width / row.size(), rowHeight, theme)) {
                    hits.add(hit.shifted(x, y));
                }
                graphics.setTransform(before);
            }
            y += rowHeight;
        }
        return hits;
    }

    private List<List<Figure>> rows(double width, ChartTheme theme) {
        int columns = width >= TWO * theme.style().textSize() ? 2 : 1;
        List<List<Figure>> rows = new ArrayList<>(List.of(List.of(parts.get(0))));
        for (int i = 1; i < parts.size(); i += columns) {
            rows.add(parts.subList(i, Math.min(parts.size(), i + columns)));
        }
        return rows;
    }

    private static double least(List<Figure> row, ChartTheme theme) {
        return row.stream()
                .mapToDouble(part -> Math.max(LEAST * theme.style().textSize(), part.naturalHeight(theme)))
                .max()
                .orElse(0);
    }

    @Override
    public boolean isWide() {
        return parts.size() > 2;
    }

    @Override
    public FigureTable table() {
        return new SmallMultiples(title, 1, parts).table();
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        return naturalHeight(theme, 0);
    }

    @Override
    public double naturalHeight(ChartTheme theme, double width) {
        return rows(width, theme).stream().mapToDouble(row -> least(row, theme)).sum();
    }
}
