package org.driftscope.figure.chart.map;

import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.Ticks;

/** One map of a row: its name above, the cells, indices along their sides, and the colour bar below. */
final class HeatmapPanelDrawing {
    private static final int FEWEST_TICKS = 3;
    private static final int FINER_TRIES = 8;

    private final HeatmapRow.Panel panel;
    private final HeatmapChart chart;
    private final Pen pen;
    private final Rectangle2D image;
    private final double gap;
    private final double tick;
    private final double line;

    /**
     * @param width of the cells; their row indices stand left of {@code x}
     * @param below room below the cells, the same for all maps of a row
     */
    HeatmapPanelDrawing(
            HeatmapRow.Panel panel, Pen pen, double x, double y, double width, double height, double below) {
        this.panel = panel;
        this.chart = panel.map();
        this.pen = pen;
        this.gap = pen.style().gap();
        this.tick = pen.style().tickSize();
        this.line = pen.style().textSize() * 1.35;
        double top = y + line;
        double bottom = y + height - gap * 0.5 - below;
        this.image = new Rectangle2D.Double(x, top, Math.max(1, width), Math.max(1, bottom - top));
    }

    /** Room for the rows' title and indices, left of the first map. */
    static double leftRoom(HeatmapChart chart, Pen pen) {
        String last = Ticks.text(chart.rows());
        return pen.style().gap() * 1.7 + pen.style().textSize() * 1.35 + ChartFonts.width(pen.small(), last);
    }

    /** Room for indices, their title, the bar, its numbers and its unit. */
    static double below(HeatmapRow.Panel panel, Pen pen) {
        double tick = pen.style().tickSize();
        double line = pen.style().textSize() * 1.35;
        double unit = panel.unit().isEmpty() && panel.note().isEmpty() ? 0 : line;
        double note = panel.unit().isEmpty() || panel.note().isEmpty() ? 0 : tick * 1.2;
        return tick * 1.5 + line + pen.style().textSize() * 0.6 + tick * 1.6 + unit + note;
    }

    /** The middle of the columns' title, which all maps share. */
    double titleMiddle() {
        return image.getMaxY() + tick * 1.5 + line * 0.45;
    }

    /** @param first whether its row indices are drawn, which all maps share */
    void draw(boolean first) {
        String name = Pen.fitted(panel.name(), pen.text(), image.getWidth());
        pen.text(
                name,
                image.getCenterX(),
                image.getY() - line * 0.5,
                0.5,
                pen.text(),
                pen.palette().ink());
        HeatmapDrawing.drawImage(pen.graphics(), chart.cols(), chart.rows(), chart.argb(), image);
        pen.outline(image, pen.palette().border(), pen.style().hairline());
        drawColumns();
        if (first) {
            drawRows();
        }
        drawBar();
    }

    private void drawColumns() {
        double middle = image.getMaxY() + tick * 0.9;
        Ticks.cells(chart.cols(), many(image.getWidth(), tick * 3.4)).forEach((col, share) -> {
            double x = image.getX() + share * image.getWidth();
            pen.text(Ticks.text(col), x, middle, 0.5, pen.small(), pen.palette().mutedInk());
        });
    }

    private void drawRows() {
        double widest = 0;
        for (Map.Entry<Integer, Double> row :
                Ticks.cells(chart.rows(), many(image.getHeight(), tick * 2.4)).entrySet()) {
            double y = image.getY() + row.getValue() * image.getHeight();
            String text = Ticks.text(row.getKey());
            pen.text(
                    text,
                    image.getX() - gap * 0.7,
                    y,
                    1,
                    pen.small(),
                    pen.palette().mutedInk());
            widest = Math.max(widest, ChartFonts.width(pen.small(), text));
        }
        pen.upwards(
                chart.yTitle(),
                image.getX() - gap * 1.4 - widest - line * 0.35,
                image.getCenterY(),
                pen.text(),
                pen.palette().ink());
    }

    private void drawBar() {
        ColorBar bar = chart.bar();
        double top = image.getMaxY() + tick * 1.5 + line;
        Rectangle2D box = new Rectangle2D.Double(
                image.getX(), top, image.getWidth(), pen.style().textSize() * 0.6);
        HeatmapDrawing.drawImage(pen.graphics(), bar.argb().length, 1, bar.argb(), box);
        pen.outline(box, pen.palette().border(), pen.style().hairline());
        double middle = box.getMaxY() + tick * 0.9;
        numbers(bar, box)
                .forEach((x, text) -> pen.text(
                        text, x, middle, 0.5, pen.small(), pen.palette().mutedInk()));
        double y = box.getMaxY() + tick * 1.6 + line * 0.4;
        if (!panel.unit().isEmpty()) {
            pen.text(
                    panel.unit(),
                    box.getCenterX(),
                    y,
                    0.5,
                    pen.text(),
                    pen.palette().ink());
            y += tick * 1.2;
        }
        if (!panel.note().isEmpty()) {
            String note = Pen.fitted(panel.note(), pen.small(), image.getWidth() + gap * 1.4);
            pen.text(note, box.getCenterX(), y, 0.5, pen.small(), pen.palette().mutedInk());
        }
    }

    /** The bar's numbers by their middles: so many as fit, but two where any two do, since one number is no scale. */
    private Map<Double, String> numbers(ColorBar bar, Rectangle2D box) {
        AxisRange range = new AxisRange(AxisScale.LINEAR, bar.min(), bar.max());
        Map<Double, String> numbers = Map.of();
        int most = many(box.getWidth(), tick * 4);
        for (int finer = 0; finer < FINER_TRIES && numbers.size() < 2; finer++) {
            numbers = fitting(Ticks.of(range, most + finer), range, box);
        }
        return numbers;
    }

    /** Those that don't meet their left neighbour; inside the bar's ends, so that they never meet another map's. */
    private Map<Double, String> fitting(List<Double> values, AxisRange range, Rectangle2D box) {
        Map<Double, String> numbers = new LinkedHashMap<>();
        double end = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            String text = Ticks.text(value);
            double half = ChartFonts.width(pen.small(), text) / 2;
            double place = box.getX() + range.fraction(value) * box.getWidth();
            double x = Math.max(box.getX() + half, Math.min(box.getMaxX() - half, place));
            if (x - half > end) {
                numbers.put(x, text);
                end = x + half + gap * 0.4;
            }
        }
        return numbers;
    }

    private static int many(double length, double each) {
        return (int) Math.max(FEWEST_TICKS, length / each);
    }
}
