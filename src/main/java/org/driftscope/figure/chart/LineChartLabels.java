package org.driftscope.figure.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The texts inside a line chart: names of series at their ends, reference lines, points. */
final class LineChartLabels {
    /** A name is worth a slight touch; a label at a point is not, since pointing at it tells the same. */
    private static final double NAME_MAY_COVER = 0.6;

    private static final double POINT_MAY_COVER = 0.02;

    private final LineChart chart;
    private final Pen pen;
    private final PlotFrame frame;
    private final LabelPlacer placer;

    LineChartLabels(LineChart chart, Pen pen, PlotFrame frame, LabelPlacer placer) {
        this.chart = chart;
        this.pen = pen;
        this.frame = frame;
        this.placer = placer;
    }

    /** From a point's centre to its label. */
    static double distance(Pen pen) {
        return pen.style().markerSize() / 2 + pen.style().gap() * 0.7;
    }

    void draw() {
        chart.lines().forEach(this::labelReference);
        chart.series().forEach(this::labelEnd);
        chart.series().forEach(this::labelPoints);
    }

    private void labelReference(ReferenceLine line) {
        Font font = pen.small();
        double w = ChartFonts.width(font, line.label());
        double h = Pen.capHeight(font) * 1.35;
        double y = frame.y(line.y());
        double away = pen.style().gap() * 0.4;
        List<Rectangle2D> candidates = new ArrayList<>();
        for (double share : new double[] {0, 1, 0.5, 0.25, 0.75}) {
            double x = frame.plot().getX() + away + share * (frame.plot().getWidth() - w - 2 * away);
            candidates.add(new Rectangle2D.Double(x, y - away - h, w, h));
            candidates.add(new Rectangle2D.Double(x, y + away, w, h));
        }
        write(line.label(), candidates, NAME_MAY_COVER, font, pen.palette().seriesText(line.tint()));
    }

    private void labelEnd(LineSeries series) {
        LinePoint last = series.points().get(series.points().size() - 1);
        Font font = pen.bold();
        List<Rectangle2D> candidates = beside(last, series.name(), font, new double[] {0, -1, 1, -1.6, 1.6, -2.4, 2.4});
        write(series.name(), candidates, NAME_MAY_COVER, font, pen.palette().seriesText(series.tint()));
    }

    private void labelPoints(LineSeries series) {
        Font font = pen.small();
        Color color = pen.palette().seriesText(series.tint());
        for (LinePoint point : series.points()) {
            if (!point.label().isEmpty()) {
                write(point.label(), around(point, point.label(), font), POINT_MAY_COVER, font, color);
            }
        }
    }

    /** Places right of a point, then above, below and left of it. */
    private List<Rectangle2D> beside(LinePoint point, String text, Font font, double[] lifts) {
        double w = ChartFonts.width(font, text);
        double h = Pen.capHeight(font) * 1.35;
        double x = frame.x(point.x());
        double y = frame.y(point.y());
        double away = distance(pen);
        List<Rectangle2D> places = new ArrayList<>();
        for (double lift : lifts) {
            places.add(new Rectangle2D.Double(x + away, y - h / 2 + lift * h, w, h));
        }
        places.add(new Rectangle2D.Double(x - w / 2, y - away - h, w, h));
        places.add(new Rectangle2D.Double(x - w / 2, y + away, w, h));
        places.add(new Rectangle2D.Double(x - w, y - away - h, w, h));
        places.add(new Rectangle2D.Double(x - away - w, y - h / 2, w, h));
        return places;
    }

    /** Places below right, above, and so on around a point. */
    private List<Rectangle2D> around(LinePoint point, String text, Font font) {
        double w = ChartFonts.width(font, text);
        double h = Pen.capHeight(font) * 1.3;
        double x = frame.x(point.x());
        double y = frame.y(point.y());
        double away = distance(pen);
        double bar = Math.abs(frame.y(point.y() + point.error()) - y);
        double clear = Math.max(away, bar + pen.style().gap() * 0.4);
        List<Rectangle2D> places = new ArrayList<>();
        places.add(new Rectangle2D.Double(x - w / 2, y + clear, w, h));
        places.add(new Rectangle2D.Double(x - w / 2, y - clear - h, w, h));
        for (double lift : new double[] {0.8, -0.8, 1.5, -1.5}) {
            places.add(new Rectangle2D.Double(x + away * 0.8, y - h / 2 + lift * h, w, h));
            places.add(new Rectangle2D.Double(x - away * 0.8 - w, y - h / 2 + lift * h, w, h));
        }
        return places;
    }

    private void write(String text, List<Rectangle2D> candidates, double mayCover, Font font, Color color) {
        if (candidates.stream().anyMatch(place -> Double.isNaN(place.getX() + place.getY()))) {
            return;
        }
        placer.place(candidates, mayCover)
                .ifPresent(place -> pen.text(text, place.getX(), place.getCenterY(), 0, font, color));
    }
}
