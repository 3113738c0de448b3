package org.driftscope.figure.chart.bar;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.ChartStyle;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.AxisRange;
import org.driftscope.figure.chart.plot.AxisScale;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.figure.chart.plot.Legend;

/** One drawing of a bar chart. */
final class BarChartDrawing {
    private static final double WIDEST_NAMES = 0.4;
    private static final double GROUP_SHARE = 0.72;

    /** Names are at least this share of the usual size: 5 points of 7. */
    private static final double SMALLEST = 5 / 7.0;

    private final BarChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final Rectangle2D plot;
    private final AxisRange range;
    private final Legend legend;

    BarChartDrawing(BarChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        double gap = pen.style().gap();
        double names = chart.categories().stream()
                .mapToDouble(name -> ChartFonts.width(pen.small(), name))
                .max()
                .orElse(0);
        double left = gap * 2 + Math.min(names, width * WIDEST_NAMES);
        List<Legend.Entry> entries = chart.series().stream()
                .map(one -> Legend.Entry.area(one.name(), one.tint()))
                .toList();
        this.legend = new Legend(pen, entries, Math.max(1, width - gap * 5));
        double top = gap * 1.5
                + (chart.title().isEmpty() ? 0 : pen.style().textSize() * 1.35)
                + legend.height()
                + axis(pen.style());
        double bottom = height - gap;
        this.plot = new Rectangle2D.Double(left, top, Math.max(1, width - left - gap * 3), Math.max(1, bottom - top));
        this.range = range(chart);
    }

    /** From 0, or from below where there are negative values. */
    static AxisRange range(BarChart chart) {
        double[] ends = chart.series().stream()
                .flatMapToDouble(BarChartDrawing::ends)
                .filter(Double::isFinite)
                .toArray();
        boolean negative = DoubleStream.of(ends).anyMatch(end -> end < 0);
        double lowest = negative ? Double.NEGATIVE_INFINITY : 0;
        AxisSpec axis = new AxisSpec(chart.valueTitle(), AxisScale.LINEAR, lowest, Double.POSITIVE_INFINITY, 1e-9);
        return AxisRange.around(axis, DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(ends)));
    }

    /** Where bars end; error bars may reach below 0 only where the bar does. */
    private static DoubleStream ends(BarSeries series) {
        return IntStream.range(0, series.values().size()).mapToDouble(i -> {
            double value = series.values().get(i);
            return value < 0
                    ? value - series.errors().get(i)
                    : value + series.errors().get(i);
        });
    }

    static double naturalHeight(BarChart chart, ChartStyle style) {
        return head(chart, style)
                + axis(style)
                + style.gap()
                + chart.categories().size() * style.tickSize() * 1.4;
    }

    /** A title, and one line of the legend. */
    private static double head(BarChart chart, ChartStyle style) {
        return style.gap() * 1.5 + style.textSize() * (chart.title().isEmpty() ? 1.4 : 2.75);
    }

    /** The axis stands above the bars, where it is seen however many there are. */
    private static double axis(ChartStyle style) {
        return style.textSize() * 1.35 + style.tickSize() * 1.5;
    }

    List<HitArea> draw() {
        pen.background(width, height);
        drawHead();
        TopAxis.draw(pen, plot, range, this::x, chart.valueTitle());
        List<HitArea> hits = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            drawBars(s, hits);
        }
        drawZero();
        drawNames();
        return hits;
    }

    private void drawHead() {
        double gap = pen.style().gap();
        double line = pen.style().textSize() * 1.35;
        double title = chart.title().isEmpty() ? 0 : line;
        if (title > 0) {
            String text = Pen.fitted(chart.title(), pen.bold(), width - 2 * gap);
            pen.text(text, gap, gap + line / 2, 0, pen.bold(), pen.palette().ink());
        }
        legend.draw(plot.getMaxX() - legend.width(), gap + title);
    }

    private void drawBars(int s, List<HitArea> hits) {
        BarSeries series = chart.series().get(s);
        double row = rowHeight();
        double bar = row * GROUP_SHARE / chart.series().size();
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().get(i);
            if (!Double.isFinite(value)) {
                continue;
            }
            double y = plot.getY() + i * row + row * (1 - GROUP_SHARE) / 2 + s * bar;
            double from = Math.min(x(0), x(value));
            double length = Math.abs(x(value) - x(0));
            pen.fill(new Rectangle2D.Double(from, y, length, bar), pen.palette().series(series.tint()));
            drawError(value, series.errors().get(i), y + bar / 2);
            hits.add(new HitArea(series.id(), i, from + length / 2, y + bar / 2, length / 2, bar / 2));
        }
    }

    /** Where bars go both ways. */
    private void drawZero() {
        double zero = x(0);
        if (zero > plot.getX() + 1) {
            pen.line(
                    zero,
                    plot.getY(),
                    zero,
                    plot.getMaxY(),
                    pen.palette().mutedInk(),
                    pen.style().hairline());
        }
    }

    private void drawError(double value, double error, double middle) {
        if (error > 0) {
            double start = Math.max(plot.getX(), x(value - error));
            pen.line(
                    start,
                    middle,
                    x(value + error),
                    middle,
                    pen.palette().ink(),
                    pen.style().hairline());
        }
    }

    /** Names every row, in smaller letters where rows are low, or every second, third ... where they are lower still. */
    private void drawNames() {
        double size =
                Math.max(SMALLEST * pen.style().tickSize(), Math.min(pen.style().tickSize(), rowHeight() / 1.05));
        Font font = ChartFonts.regular(size);
        int every = (int) Math.max(1, Math.ceil(size / rowHeight()));
        double room = plot.getX() - pen.style().gap() * 2;
        for (int i = 0; i < chart.categories().size(); i += every) {
            String name = Pen.fitted(chart.categories().get(i), font, room);
            double middle = plot.getY() + (i + 0.5) * rowHeight();
            pen.text(
                    name,
                    plot.getX() - pen.style().gap(),
                    middle,
                    1,
                    font,
                    pen.palette().mutedInk());
        }
    }

    private double rowHeight() {
        return plot.getHeight() / Math.max(1, chart.categories().size());
    }

    private double x(double value) {
        return plot.getX() + range.fraction(value) * plot.getWidth();
    }
}
