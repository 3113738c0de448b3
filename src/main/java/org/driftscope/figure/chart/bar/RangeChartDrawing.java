package org.driftscope.figure.chart.bar;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;

/** One drawing of a chart of ranges. */
final class RangeChartDrawing {
    private static final double WIDEST_NAMES = 0.4;
    private static final double BAR_SHARE = 0.5;
    private static final double BAR_INK = 0.35;

    private final RangeChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final Rectangle2D plot;
    private final AxisRange range;

    RangeChartDrawing(RangeChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        double gap = pen.style().gap();
        double left = gap * 2
                + Math.min(widest(chart.rows().stream().map(RangeRow::name).toList()), width * WIDEST_NAMES);
        double right = gap * 2
                + Math.min(widest(chart.rows().stream().map(RangeRow::words).toList()), width * WIDEST_NAMES);
        double top = gap * 1.5
                + (chart.title().isEmpty() ? 0 : line())
                + pen.style().textSize() * 1.35
                + pen.style().tickSize() * 1.5;
        this.plot =
                new Rectangle2D.Double(left, top, Math.max(1, width - left - right), Math.max(1, height - gap - top));
        this.range = chart.range();
    }

    private double widest(List<String> texts) {
        return texts.stream()
                .mapToDouble(text -> ChartFonts.width(pen.small(), text))
                .max()
                .orElse(0);
    }

    private double line() {
        return pen.style().textSize() * 1.35;
    }

    List<HitArea> draw() {
        pen.background(width, height);
        double gap = pen.style().gap();
        if (!chart.title().isEmpty()) {
            String text = Pen.fitted(chart.title(), pen.bold(), width - 2 * gap);
            pen.text(text, gap, gap + line() / 2, 0, pen.bold(), pen.palette().ink());
        }
        TopAxis.draw(pen, plot, range, this::x, chart.valueTitle());
        List<HitArea> hits = new ArrayList<>();
        for (int i = 0; i < chart.rows().size(); i++) {
            drawRow(i, hits);
        }
        return hits;
    }

    private void drawRow(int i, List<HitArea> hits) {
        RangeRow row = chart.rows().get(i);
        double size = plot.getHeight() / chart.rows().size();
        double middle = plot.getY() + (i + 0.5) * size;
        double gap = pen.style().gap();
        Color muted = pen.palette().mutedInk();
        String name = Pen.fitted(row.name(), pen.small(), plot.getX() - gap * 2);
        pen.text(name, plot.getX() - gap, middle, 1, pen.small(), muted);
        String words = Pen.fitted(row.words(), pen.small(), width - plot.getMaxX() - gap);
        pen.text(
                words,
                plot.getMaxX() + gap,
                middle,
                0,
                pen.small(),
                pen.palette().ink());
        if (!(row.value() > 0)) {
            return;
        }
        Color color = pen.palette().series(row.tint());
        double from = row.low() > 0 ? x(row.low()) : plot.getX();
        double to = x(row.high());
        double thick = Math.min(size * BAR_SHARE, pen.style().markerSize());
        Color pale = ChartPalette.mix(pen.palette().background(), color, BAR_INK);
        pen.fill(new Rectangle2D.Double(from, middle - thick / 2, Math.max(0, to - from), thick), pale);
        pen.fill(
                row.tint()
                        .marker()
                        .at(x(row.value()), middle, Math.min(size, pen.style().markerSize())),
                color);
        hits.add(new HitArea(
                RangeChart.ROWS, i, (plot.getX() + plot.getMaxX()) / 2, middle, plot.getWidth() / 2, size / 2));
    }

    private double x(double value) {
        return plot.getX() + range.fraction(value) * plot.getWidth();
    }
}
