package org.driftscope.figure.chart.map;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.PlotFrame;
import org.driftscope.figure.chart.plot.Ticks;

/**
 * One drawing of a heatmap: indices along the sides, the scale at the right. Cells are square where that fills most of the
 * room; a long and narrow matrix is stretched to fill it.
 */
final class HeatmapDrawing {
    /** Cells are square where these fill this share of the room. */
    private static final double SQUARE = 0.75;

    private static final int FEWEST_TICKS = 3;

    private final HeatmapChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final double barWidth;
    private final double barRoom;

    HeatmapDrawing(HeatmapChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.barWidth = pen.style().textSize();
        double labels = Ticks.of(barRange(), 6).stream()
                .mapToDouble(tick -> ChartFonts.width(pen.small(), Ticks.text(tick)))
                .max()
                .orElse(0);
        this.barRoom = barWidth + labels + pen.style().gap() * 3.5 + pen.style().textSize() * 1.35;
    }

    void draw() {
        pen.background(width, height);
        PlotFrame.Titles titles = new PlotFrame.Titles(chart.title(), chart.xTitle(), chart.yTitle());
        AxisRange x = new AxisRange(AxisScale.LINEAR, 0, chart.cols());
        Rectangle2D room = PlotFrame.fit(
                        pen, width, height, titles, x, new AxisRange(AxisScale.LINEAR, 0, chart.rows()), barRoom)
                .plot();
        Rectangle2D image = image(room);
        drawImage(pen.graphics(), chart.cols(), chart.rows(), chart.argb(), image);
        pen.outline(image, pen.palette().border(), pen.style().hairline());
        drawSides(image, titles);
        drawBar(image);
    }

    private Rectangle2D image(Rectangle2D room) {
        double across = room.getWidth() / chart.cols();
        double down = room.getHeight() / chart.rows();
        double cell = Math.min(across, down);
        boolean square = cell >= SQUARE * Math.max(across, down);
        return new Rectangle2D.Double(
                room.getX(),
                room.getY(),
                square ? cell * chart.cols() : room.getWidth(),
                square ? cell * chart.rows() : room.getHeight());
    }

    private void drawSides(Rectangle2D image, PlotFrame.Titles titles) {
        double tick = pen.style().tickSize();
        double line = pen.style().textSize() * 1.35;
        double gap = pen.style().gap();
        Ticks.cells(chart.cols(), many(image.getWidth(), tick * 4))
                .forEach((col, share) -> pen.text(
                        Ticks.text(col),
                        image.getX() + share * image.getWidth(),
                        image.getMaxY() + tick,
                        0.5,
                        pen.small(),
                        pen.palette().mutedInk()));
        Ticks.cells(chart.rows(), many(image.getHeight(), tick * 2.6))
                .forEach((row, share) -> pen.text(
                        Ticks.text(row),
                        image.getX() - gap,
                        image.getY() + share * image.getHeight(),
                        1,
                        pen.small(),
                        pen.palette().mutedInk()));
        double middle = image.getMaxY() + tick * 1.5 + line * 0.6;
        pen.text(
                titles.x(),
                image.getCenterX(),
                middle,
                0.5,
                pen.text(),
                pen.palette().ink());
        pen.upwards(
                titles.y(),
                gap + line * 0.4,
                image.getCenterY(),
                pen.text(),
                pen.palette().ink());
        String title = Pen.fitted(titles.title(), pen.bold(), width - 2 * gap);
        pen.text(title, gap, gap + line / 2, 0, pen.bold(), pen.palette().ink());
    }

    private static int many(double length, double each) {
        return (int) Math.max(FEWEST_TICKS, length / each);
    }

    private void drawBar(Rectangle2D image) {
        ColorBar bar = chart.bar();
        double gap = pen.style().gap();
        double least = pen.style().tickSize() * 6;
        double length = Math.max(image.getHeight(), Math.min(least, height - image.getY() - gap));
        Rectangle2D box = new Rectangle2D.Double(image.getMaxX() + gap * 2, image.getY(), barWidth, length);
        int[] colors = bar.argb();
        int[] downwards = new int[colors.length];
        for (int i = 0; i < colors.length; i++) {
            downwards[i] = colors[colors.length - 1 - i];
        }
        drawImage(pen.graphics(), 1, colors.length, downwards, box);
        pen.outline(box, pen.palette().border(), pen.style().hairline());
        AxisRange range = barRange();
        double right = box.getMaxX() + gap * 0.7;
        double widest = 0;
        for (double tick :
                Ticks.of(range, (int) Math.max(2, length / (pen.style().tickSize() * 3)))) {
            double y = box.getMaxY() - range.fraction(tick) * length;
            pen.text(Ticks.text(tick), right, y, 0, pen.small(), pen.palette().mutedInk());
            widest = Math.max(widest, ChartFonts.width(pen.small(), Ticks.text(tick)));
        }
        double title = right + widest + gap + pen.style().textSize() * 0.6;
        pen.upwards(
                Pen.fitted(bar.title(), pen.text(), height - 2 * gap),
                title,
                middleOf(box, bar.title()),
                pen.text(),
                pen.palette().ink());
    }

    /** The middle of the bar's title: beside the bar, or moved so far that it stays on the sheet. */
    private double middleOf(Rectangle2D box, String title) {
        double half = ChartFonts.width(pen.text(), title) / 2 + pen.style().gap();
        return Math.max(half, Math.min(height - half, box.getCenterY()));
    }

    private AxisRange barRange() {
        return new AxisRange(AxisScale.LINEAR, chart.bar().min(), chart.bar().max());
    }

    /** Draws cells as an image of one pixel each, so that a file keeps exactly the cells. */
    static void drawImage(Graphics2D graphics, int cols, int rows, int[] argb, Rectangle2D box) {
        BufferedImage image = new BufferedImage(cols, rows, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, cols, rows, argb, 0, cols);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
        place.scale(box.getWidth() / cols, box.getHeight() / rows);
        graphics.drawImage(image, place, null);
    }
}
