package org.driftscope.figure.chart.line;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import org.driftscope.figure.chart.ChartPalette;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesPen;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.line.LineChartGeometry.Spot;

/** One drawing of a line chart: lines and marks, then the labels where the layout put them. */
final class LineChartDrawing {
    /** Half the length of the bar where a stem begins, in markers. */
    private static final double STEM_END = 0.5;

    /** How much of its series' colour a stem has. */
    private static final double STEM_INK = 0.5;

    private final LineChart chart;
    private final Pen pen;
    private final double width;
    private final double height;
    private final LineChartLayout.Result layout;
    private final LineChartGeometry geometry;

    LineChartDrawing(LineChart chart, Pen pen, double width, double height) {
        this.chart = chart;
        this.pen = pen;
        this.width = width;
        this.height = height;
        this.layout = LineChartLayout.of(chart, pen, width, height);
        this.geometry = layout.geometry();
    }

    List<HitArea> draw() {
        pen.background(width, height);
        geometry.frame().draw(chart.titles());
        for (ReferenceLine line : chart.lines()) {
            pen.dashed(
                    geometry.reference(line),
                    pen.palette().series(line.tint()),
                    pen.style().hairline() * 1.2);
        }
        drawFront();
        List<HitArea> hits = new ArrayList<>();
        List<Integer> variants = chart.variants();
        for (int i = 0; i < chart.series().size(); i++) {
            drawSeries(i, new SeriesPen(pen, chart.series().get(i).tint(), variants.get(i)), hits);
        }
        layout.draw(pen);
        return hits;
    }

    private void drawFront() {
        List<Point2D> corners = geometry.front();
        if (!corners.isEmpty()) {
            pen.dashed(path(corners), pen.palette().mutedInk(), pen.style().hairline());
        }
    }

    private void drawSeries(int number, SeriesPen look, List<HitArea> hits) {
        LineSeries series = chart.series().get(number);
        List<Spot> spots = geometry.spots(number);
        if (series.joined() && spots.size() > 1) {
            look.join(path(spots.stream()
                    .map(spot -> (Point2D) new Point2D.Double(spot.x(), spot.y()))
                    .toList()));
        }
        double half = pen.style().markerSize() / 2;
        for (Spot spot : spots) {
            drawStem(spot, look);
            drawError(spot, look);
            look.mark(spot.x(), spot.y());
            hits.add(new HitArea(series.id(), spot.index(), spot.x(), spot.y(), half, half));
        }
    }

    private static Path2D path(List<Point2D> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).getX(), points.get(0).getY());
        points.stream().skip(1).forEach(point -> path.lineTo(point.getX(), point.getY()));
        return path;
    }

    /** From where a point was before to where it is: what it gained or lost, on its own chip. */
    private void drawStem(Spot spot, SeriesPen look) {
        if (!spot.hasStem()) {
            return;
        }
        double half = pen.style().markerSize() * STEM_END;
        double x = spot.x();
        Color faint = ChartPalette.mix(pen.palette().background(), look.color(), STEM_INK);
        pen.line(x, spot.from(), x, spot.y(), faint, pen.style().hairline());
        pen.line(
                x - half,
                spot.from(),
                x + half,
                spot.from(),
                pen.palette().series(SeriesTint.DRIFTED),
                pen.style().hairline() * 2);
    }

    private void drawError(Spot spot, SeriesPen look) {
        if (spot.point().error() == 0) {
            return;
        }
        double x = spot.x();
        double cap = geometry.cap();
        double stroke = pen.style().hairline() * 1.2;
        pen.line(x, spot.top(), x, spot.bottom(), look.color(), stroke);
        pen.line(x - cap, spot.top(), x + cap, spot.top(), look.color(), stroke);
        pen.line(x - cap, spot.bottom(), x + cap, spot.bottom(), look.color(), stroke);
    }
}
