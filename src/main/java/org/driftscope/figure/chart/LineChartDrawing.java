package org.driftscope.figure.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** One drawing of a line chart: marks first, then the labels in the room that is left. */
final class LineChartDrawing {
    /** Labels at points may take less than this share of the room beside the plot. */
    private static final double WIDEST_MARGIN = 0.3;

    private final LineChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final PlotFrame frame;
    private final LabelPlacer placer;

    LineChartDrawing(LineChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.frame = fitWithRoomForLabels();
        this.placer = new LabelPlacer(new Rectangle2D.Double(
                frame.plot().getX(),
                0,
                width - frame.plot().getX(),
                frame.plot().getMaxY()));
    }

    List<HitArea> draw() {
        pen.background(width, height);
        frame.draw(titles());
        chart.lines().forEach(this::drawReference);
        if (chart.paretoFront()) {
            drawFront();
        }
        List<HitArea> hits = new ArrayList<>();
        chart.series().forEach(series -> drawSeries(series, hits));
        new LineChartLabels(chart, pen, frame, placer).draw();
        return hits;
    }

    private PlotFrame.Titles titles() {
        return new PlotFrame.Titles(chart.title(), chart.x().title(), chart.y().title());
    }

    private PlotFrame fitWithRoomForLabels() {
        AxisRange x = AxisRange.around(chart.x(), points().mapToDouble(LinePoint::x));
        AxisRange y = AxisRange.around(chart.y(), ys());
        PlotFrame wide = PlotFrame.fit(pen, width, height, titles(), x, y, 0);
        double needed = chart.series().stream()
                .mapToDouble(series -> roomBesideEnd(series, wide))
                .max()
                .orElse(0);
        return PlotFrame.fit(pen, width, height, titles(), x, y, Math.min(needed, width * WIDEST_MARGIN));
    }

    /** How much narrower the plot must be for the name of a series to fit beside its end, which moves with the plot. */
    private double roomBesideEnd(LineSeries series, PlotFrame wide) {
        LinePoint last = series.points().get(series.points().size() - 1);
        Font font = pen.bold();
        Rectangle2D plot = wide.plot();
        double end = wide.x(last.x()) + LineChartLabels.distance(pen) + ChartFonts.width(font, series.name());
        double beyond = end - plot.getMaxX() + pen.style().gap();
        double share = (wide.x(last.x()) - plot.getX()) / plot.getWidth();
        return beyond <= 0 || !(share > 0) ? 0 : beyond / share;
    }

    private Stream<LinePoint> points() {
        return chart.series().stream().flatMap(series -> series.points().stream());
    }

    private DoubleStream ys() {
        DoubleStream marks = points().flatMapToDouble(p -> DoubleStream.of(p.y() - p.error(), p.y() + p.error()));
        return DoubleStream.concat(marks, chart.lines().stream().mapToDouble(ReferenceLine::y));
    }

    private void drawReference(ReferenceLine line) {
        double y = frame.y(line.y());
        Rectangle2D plot = frame.plot();
        pen.dashed(
                new Line2D.Double(plot.getX(), y, plot.getMaxX(), y),
                pen.palette().series(line.tint()),
                pen.style().hairline() * 1.2);
        placer.block(
                plot.getX(),
                y - pen.style().hairline(),
                plot.getWidth(),
                pen.style().hairline() * 2);
    }

    /** Stairs through the points that no other beats: what can be had for so much. */
    private void drawFront() {
        List<LinePoint> front = ParetoFront.of(
                points().filter(p -> Double.isFinite(frame.x(p.x()))).toList());
        Path2D stairs = new Path2D.Double();
        for (int i = 0; i < front.size(); i++) {
            double x = frame.x(front.get(i).x());
            double y = frame.y(front.get(i).y());
            double end = i + 1 < front.size()
                    ? frame.x(front.get(i + 1).x())
                    : frame.plot().getMaxX();
            if (i == 0) {
                stairs.moveTo(x, y);
            }
            placer.blockLine(
                    x, stairs.getCurrentPoint().getY(), x, y, pen.style().hairline() * 2);
            placer.blockLine(x, y, end, y, pen.style().hairline() * 2);
            stairs.lineTo(x, y);
            stairs.lineTo(end, y);
        }
        if (!front.isEmpty()) {
            pen.dashed(stairs, pen.palette().mutedInk(), pen.style().hairline());
        }
    }

    private void drawSeries(LineSeries series, List<HitArea> hits) {
        Color color = pen.palette().series(series.tint());
        if (series.joined()) {
            drawJoin(series, color);
        }
        double size = pen.style().markerSize();
        for (int i = 0; i < series.points().size(); i++) {
            LinePoint point = series.points().get(i);
            double x = frame.x(point.x());
            double y = frame.y(point.y());
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            drawError(point, x, color);
            pen.fill(series.tint().marker().at(x, y, size), color);
            placer.block(x - size / 2, y - size / 2, size, size);
            hits.add(new HitArea(series.id(), i, x, y, size / 2, size / 2));
        }
    }

    private void drawJoin(LineSeries series, Color color) {
        Path2D path = new Path2D.Double();
        double thickness = pen.style().lineWidth() * 1.5;
        for (LinePoint point : series.points()) {
            double x = frame.x(point.x());
            double y = frame.y(point.y());
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                continue;
            }
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                placer.blockLine(
                        path.getCurrentPoint().getX(), path.getCurrentPoint().getY(), x, y, thickness);
                path.lineTo(x, y);
            }
        }
        pen.outline(path, color, pen.style().lineWidth());
    }

    private void drawError(LinePoint point, double x, Color color) {
        if (point.error() == 0) {
            return;
        }
        double top = frame.y(point.y() + point.error());
        double bottom = frame.y(point.y() - point.error());
        double cap = pen.style().markerSize() * 0.35;
        double stroke = pen.style().hairline() * 1.2;
        pen.line(x, top, x, bottom, color, stroke);
        pen.line(x - cap, top, x + cap, top, color, stroke);
        pen.line(x - cap, bottom, x + cap, bottom, color, stroke);
        placer.block(x - cap, top, 2 * cap, bottom - top);
    }
}
