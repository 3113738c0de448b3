package org.driftscope.figure.chart.line;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.driftscope.figure.chart.Ink;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.plot.LabelSpace;
import org.driftscope.figure.chart.plot.PlotFrame;

/** Where everything of a line chart lies in its figure, before anything is drawn. */
final class LineChartGeometry {
    private final LineChart chart;
    private final Pen pen;
    private final PlotFrame frame;

    LineChartGeometry(LineChart chart, Pen pen, PlotFrame frame) {
        this.chart = chart;
        this.pen = pen;
        this.frame = frame;
    }

    PlotFrame frame() {
        return frame;
    }

    /** A series' points that have a place, in their order. */
    List<Spot> spots(int series) {
        List<LinePoint> points = chart.series().get(series).points();
        return IntStream.range(0, points.size())
                .mapToObj(i -> spot(i, points.get(i)))
                .filter(spot -> Double.isFinite(spot.x()) && Double.isFinite(spot.y()))
                .toList();
    }

    private Spot spot(int index, LinePoint point) {
        return new Spot(
                index,
                point,
                frame.x(point.x()),
                frame.y(point.y()),
                inPlot(frame.y(point.y() + point.error())),
                inPlot(frame.y(point.y() - point.error())),
                inPlot(frame.y(point.from())));
    }

    private double inPlot(double y) {
        return Math.max(frame.plot().getY(), Math.min(frame.plot().getMaxY(), y));
    }

    /** Half the width of an error bar's ends. */
    double cap() {
        return pen.style().markerSize() * 0.35;
    }

    /** Of marks of every shape, corners included. */
    double markReach() {
        return pen.style().markerSize() * 0.66;
    }

    Line2D reference(ReferenceLine line) {
        Rectangle2D plot = frame.plot();
        double y = frame.y(line.y());
        return new Line2D.Double(plot.getX(), y, plot.getMaxX(), y);
    }

    /** Corners of the stairs through the points that no other beats: what can be had for so much. */
    List<Point2D> front() {
        List<LinePoint> all = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(point -> Double.isFinite(frame.x(point.x())))
                .toList();
        List<LinePoint> front = chart.paretoFront() ? ParetoFront.of(all) : List.of();
        List<Point2D> corners = new ArrayList<>();
        for (int i = 0; i < front.size(); i++) {
            double y = frame.y(front.get(i).y());
            double end = i + 1 < front.size()
                    ? frame.x(front.get(i + 1).x())
                    : frame.plot().getMaxX();
            corners.add(new Point2D.Double(frame.x(front.get(i).x()), y));
            corners.add(new Point2D.Double(end, y));
        }
        return corners;
    }

    /** Everything that labels keep away from. */
    List<Ink> inks() {
        List<Ink> inks = new ArrayList<>();
        for (int i = 0; i < chart.lines().size(); i++) {
            add(
                    inks,
                    LabelSpace.REFERENCES + i,
                    reference(chart.lines().get(i)),
                    pen.style().hairline());
        }
        List<Point2D> front = front();
        for (int i = 1; i < front.size(); i++) {
            add(
                    inks,
                    LabelSpace.NOBODY,
                    new Line2D.Double(front.get(i - 1), front.get(i)),
                    pen.style().hairline());
        }
        for (int series = 0; series < chart.series().size(); series++) {
            addSeries(inks, series);
        }
        return inks;
    }

    private void addSeries(List<Ink> inks, int series) {
        List<Spot> spots = spots(series);
        boolean joined = chart.series().get(series).joined();
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            inks.add(Ink.mark(series, spot.x(), spot.y(), markReach()));
            if (spot.point().error() > 0) {
                add(inks, series, new Line2D.Double(spot.x(), spot.top(), spot.x(), spot.bottom()), cap());
            }
            if (spot.hasStem()) {
                add(
                        inks,
                        series,
                        new Line2D.Double(spot.x(), spot.y(), spot.x(), spot.from()),
                        pen.style().hairline());
            }
            if (joined && i > 0) {
                Spot before = spots.get(i - 1);
                add(
                        inks,
                        series,
                        new Line2D.Double(before.x(), before.y(), spot.x(), spot.y()),
                        pen.style().lineWidth() * 0.6);
            }
        }
    }

    private static void add(List<Ink> inks, int owner, Line2D line, double reach) {
        if (Double.isFinite(line.getX1() + line.getY1() + line.getX2() + line.getY2())) {
            inks.add(new Ink(owner, line.getX1(), line.getY1(), line.getX2(), line.getY2(), reach));
        }
    }

    /**
     * A point in the figure.
     *
     * @param index its number in the series
     * @param top the upper end of its error bar inside the plot, as {@code bottom} at {@code y} where it has none
     * @param from where its stem begins inside the plot; NaN where it has none
     */
    record Spot(int index, LinePoint point, double x, double y, double top, double bottom, double from) {
        boolean hasStem() {
            return Double.isFinite(from);
        }
    }
}
