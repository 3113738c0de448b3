package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.util.List;

/**
 * A figure whose numbers are a richer table than its picture could give: with all that each of them was made with.
 *
 * @param figure what is drawn
 * @param table the numbers
 */
public record TabledFigure(Figure figure, FigureTable table) implements Figure {
    @Override
    public String title() {
        return figure.title();
    }

    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        return figure.draw(graphics, width, height, theme);
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        return figure.naturalHeight(theme);
    }

    @Override
    public double naturalHeight(ChartTheme theme, double width) {
        return figure.naturalHeight(theme, width);
    }
}
