package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * A figure that needs room: where there is less than its least size, it is drawn at that size and scaled down as a whole,
 * text included, instead of being squeezed.
 *
 * @param figure what is drawn
 * @param leastWidth in the unit of the drawing, points in files
 * @param leastHeight in the same unit
 */
public record FittedFigure(Figure figure, double leastWidth, double leastHeight) implements Figure {
    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        double scale = Math.min(1, Math.min(width / leastWidth, height / leastHeight));
        AffineTransform before = graphics.getTransform();
        graphics.scale(scale, scale);
        List<HitArea> hits = figure.draw(graphics, width / scale, height / scale, theme);
        graphics.setTransform(before);
        // places of a figure drawn smaller would be wrong; panels for a file are not pointed at
        return scale == 1 ? hits : List.of();
    }

    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public FigureTable table() {
        return figure.table();
    }
}
