package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;

/**
 * A figure under a title: in a window the tab says what is shown, on paper the figure must.
 *
 * @param title one line
 * @param figure what stands below it, without a title of its own
 */
public record TitledFigure(String title, Figure figure) implements Figure {
    @Override
    public List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme) {
        Pen pen = new Pen(graphics, theme);
        pen.background(width, height);
        double gap = theme.style().gap();
        double room = room(theme);
        AffineTransform before = graphics.getTransform();
        graphics.translate(0, room);
        List<HitArea> hits = figure.draw(graphics, width, Math.max(1, height - room), theme);
        graphics.setTransform(before);
        String text = Pen.fitted(title, pen.bold(), width - 2 * gap);
        pen.text(text, gap, gap * 0.5 + room / 2, 0, pen.bold(), pen.palette().ink());
        return hits.stream().map(hit -> hit.shifted(0, room)).toList();
    }

    private static double room(ChartTheme theme) {
        return theme.style().textSize() * 1.35;
    }

    @Override
    public FigureTable table() {
        return figure.table();
    }

    @Override
    public double naturalHeight(ChartTheme theme) {
        double below = figure.naturalHeight(theme);
        return below == 0 ? 0 : below + room(theme);
    }

    @Override
    public double naturalHeight(ChartTheme theme, double width) {
        double below = figure.naturalHeight(theme, width);
        return below == 0 ? 0 : below + room(theme);
    }
}
