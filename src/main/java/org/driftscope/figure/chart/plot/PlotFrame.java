package org.driftscope.figure.chart.plot;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;

/** The plot area of a chart with two axes: where values lie, and the drawing of titles, grid and ticks. */
public final class PlotFrame {
    private static final int MOST_Y_TICKS = 8;

    private final Pen pen;
    private final Rectangle2D plot;
    private final AxisRange xRange;
    private final AxisRange yRange;
    private final double roomAbove;

    private PlotFrame(Pen pen, Rectangle2D plot, AxisRange xRange, AxisRange yRange, double roomAbove) {
        this.pen = pen;
        this.plot = plot;
        this.xRange = xRange;
        this.yRange = yRange;
        this.roomAbove = roomAbove;
    }

    /**
     * Lays the plot out inside a figure.
     *
     * @param right room to keep free at the right of the plot, for labels
     */
    public static PlotFrame fit(
            Pen pen, double width, double height, Titles titles, AxisRange x, AxisRange y, double right) {
        double gap = pen.style().gap();
        double line = pen.style().textSize() * 1.35;
        double top = gap * 1.6 + (titles.title().isEmpty() ? 0 : line);
        double bottom = height
                - gap * 0.8
                - (titles.x().isEmpty() ? 0 : line)
                - pen.style().tickSize() * 1.5;
        boolean upright = fitsUpright(pen, titles.y(), bottom - top);
        top += upright ? 0 : line * 0.8;
        double ticks = yTicks(y, bottom - top, pen).stream()
                .mapToDouble(tick -> ChartFonts.width(pen.small(), Ticks.text(tick)))
                .max()
                .orElse(0);
        double left = gap + (upright && !titles.y().isEmpty() ? line : 0) + ticks + gap;
        double plotWidth = Math.max(1, width - left - Math.max(right, gap * 2.5));
        Rectangle2D plot = new Rectangle2D.Double(left, top, plotWidth, Math.max(1, bottom - top));
        return new PlotFrame(pen, plot, x, y, titles.title().isEmpty() && upright ? top : gap * 0.3);
    }

    private static boolean fitsUpright(Pen pen, String title, double room) {
        return ChartFonts.width(pen.text(), title) <= room * 1.1;
    }

    private static List<Double> yTicks(AxisRange y, double room, Pen pen) {
        return Ticks.of(
                y, (int) Math.max(2, Math.min(MOST_Y_TICKS, room / (pen.style().tickSize() * 2.6))));
    }

    public Rectangle2D plot() {
        return plot;
    }

    /** What is free above the plot. */
    public double roomAbove() {
        return roomAbove;
    }

    public double x(double value) {
        return plot.getX() + xRange.fraction(value) * plot.getWidth();
    }

    public double y(double value) {
        return plot.getMaxY() - yRange.fraction(value) * plot.getHeight();
    }

    /** Draws titles, horizontal grid lines and tick labels. */
    public void draw(Titles titles) {
        drawTitles(titles);
        drawYTicks();
        drawXTicks();
    }

    private void drawTitles(Titles titles) {
        double line = pen.style().textSize() * 1.35;
        double gap = pen.style().gap();
        if (!titles.title().isEmpty()) {
            double room = plot.getMaxX() - gap;
            pen.text(
                    Pen.fitted(titles.title(), pen.bold(), room),
                    gap,
                    gap + line / 2,
                    0,
                    pen.bold(),
                    pen.palette().ink());
        }
        if (!titles.x().isEmpty()) {
            double middle = plot.getMaxY() + pen.style().tickSize() * 1.5 + line * 0.6;
            String text = Pen.fitted(titles.x(), pen.text(), plot.getMaxX());
            double half = ChartFonts.width(pen.text(), text) / 2;
            pen.text(
                    text,
                    Math.max(plot.getCenterX(), half + gap),
                    middle,
                    0.5,
                    pen.text(),
                    pen.palette().ink());
        }
        if (fitsUpright(pen, titles.y(), plot.getHeight())) {
            pen.upwards(
                    titles.y(),
                    gap + line * 0.4,
                    plot.getCenterY(),
                    pen.text(),
                    pen.palette().ink());
        } else {
            pen.text(
                    titles.y(),
                    gap,
                    plot.getY() - line * 0.75,
                    0,
                    pen.text(),
                    pen.palette().ink());
        }
    }

    private void drawYTicks() {
        for (double tick : yTicks(yRange, plot.getHeight(), pen)) {
            double y = y(tick);
            pen.line(
                    plot.getX(),
                    y,
                    plot.getMaxX(),
                    y,
                    pen.palette().grid(),
                    pen.style().hairline());
            pen.text(
                    Ticks.text(tick),
                    plot.getX() - pen.style().gap(),
                    y,
                    1,
                    pen.small(),
                    pen.palette().mutedInk());
        }
    }

    private void drawXTicks() {
        double middle = plot.getMaxY() + pen.style().tickSize();
        double lastEnd = Double.NEGATIVE_INFINITY;
        Font font = pen.small();
        for (double tick : Ticks.of(
                xRange, (int) Math.max(2, plot.getWidth() / (pen.style().tickSize() * 4)))) {
            String text = Ticks.text(xRange.scale(), tick);
            double half = ChartFonts.width(font, text) / 2;
            if (x(tick) - half > lastEnd) {
                pen.text(text, x(tick), middle, 0.5, font, pen.palette().mutedInk());
                lastEnd = x(tick) + half + pen.style().gap();
            }
        }
    }

    /** A figure's title and the titles of its axes; empty ones take no room. */
    public record Titles(String title, String x, String y) {}
}
