package org.driftscope.figure.chart.line;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Ink;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.line.LineChartGeometry.Spot;
import org.driftscope.figure.chart.plot.PlacedLabel;
import org.jspecify.annotations.Nullable;

/** Places where the name of a series may stand, the better ones first: beside its end, beside its line, or led to it. */
final class NamePlaces {
    /** What a leader costs against a step away from the end of the series. */
    private static final double LEADER = 3;

    private static final int DIRECTIONS = 12;
    private static final double[] RINGS = {1.6, 2.4, 3.4, 4.8};
    private static final int COLUMN_STEPS = 48;

    private final LineChartGeometry geometry;
    private final Pen pen;
    private final Rectangle2D bounds;

    /** @param bounds names lie inside */
    NamePlaces(LineChartGeometry geometry, Pen pen, Rectangle2D bounds) {
        this.geometry = geometry;
        this.pen = pen;
        this.bounds = bounds;
    }

    /** From a mark's centre to its label. */
    static double distance(Pen pen) {
        return pen.style().markerSize() / 2 + pen.style().gap() * 0.9;
    }

    List<Place> of(int series, String name, Font font) {
        List<Spot> spots = geometry.spots(series);
        if (spots.isEmpty()) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        double w = ChartFonts.width(font, name);
        double h = PlacedLabel.height(font);
        beside(spots, w, h, places);
        column(spots.get(spots.size() - 1), series, w, h, places);
        List<Spot> led = spots.size() < 4
                ? spots
                : List.of(spots.get(spots.size() - 1), spots.get(spots.size() / 2), spots.get(0));
        for (Spot spot : led) {
            rings(spot, series, w, h, places);
        }
        places.sort(Comparator.comparingDouble(Place::cost));
        return places;
    }

    private void beside(List<Spot> spots, double w, double h, List<Place> places) {
        double away = distance(pen);
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            double later = Math.min(2.5, 0.8 * (spots.size() - 1 - i));
            double clear = pen.style().gap() * 0.5;
            double above = Math.min(spot.top(), spot.y() - pen.style().markerSize() / 2) - clear - h;
            double below = Math.max(spot.bottom(), spot.y() + pen.style().markerSize() / 2) + clear;
            for (double lift : new double[] {0, -0.45, 0.45, -0.9, 0.9}) {
                double y = spot.y() - h / 2 + lift * h;
                places.add(new Place(box(spot.x() + away, y, w, h), null, later + Math.abs(lift) * 0.6));
                places.add(new Place(box(spot.x() - away - w, y, w, h), null, later + 0.9 + Math.abs(lift) * 0.6));
            }
            for (double shift : new double[] {0.5, 0.25, 0.75, 0, 1}) {
                double cost = later + 0.7 + Math.abs(shift - 0.5) * 0.4;
                places.add(new Place(box(spot.x() - shift * w, above, w, h), null, cost));
                places.add(new Place(box(spot.x() - shift * w, below, w, h), null, cost + 0.1));
            }
        }
    }

    /** Right of all, where names line up under each other. */
    private void column(Spot end, int series, double w, double h, List<Place> places) {
        double right = bounds.getMaxX() - w;
        double x =
                Math.min(right, geometry.frame().plot().getMaxX() + pen.style().gap());
        if (x < end.x() + distance(pen)) {
            return;
        }
        double step = Math.max(h / 4, bounds.getHeight() / COLUMN_STEPS);
        for (double y = bounds.getY(); y + h <= bounds.getMaxY(); y += step) {
            led(box(x, y, w, h), end, series, h, places);
        }
    }

    private void rings(Spot spot, int series, double w, double h, List<Place> places) {
        for (double ring : RINGS) {
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * i / DIRECTIONS;
                double x = spot.x() + Math.cos(angle) * ring * h;
                double y = spot.y() + Math.sin(angle) * ring * h - h / 2;
                double shift = 0.5 - 0.5 * Math.signum(Math.round(Math.cos(angle) * 100));
                led(box(x - shift * w, y, w, h), spot, series, h, places);
            }
        }
    }

    private void led(Rectangle2D box, Spot spot, int series, double h, List<Place> places) {
        if (!bounds.contains(box)) {
            return;
        }
        double x1 = nearest(spot.x(), box.getX(), box.getMaxX());
        double y1 = Math.abs(x1 - spot.x()) < h / 2 ? nearest(spot.y(), box.getY(), box.getMaxY()) : box.getCenterY();
        double length = Math.hypot(spot.x() - x1, spot.y() - y1);
        double short1 = pen.style().gap() * 0.3 / Math.max(length, 1e-9);
        double short2 = pen.style().markerSize() * 0.5 / Math.max(length, 1e-9);
        if (short1 + short2 > 0.8) {
            return;
        }
        double dx = spot.x() - x1;
        double dy = spot.y() - y1;
        Ink leader = new Ink(
                series,
                x1 + dx * short1,
                y1 + dy * short1,
                spot.x() - dx * short2,
                spot.y() - dy * short2,
                pen.style().hairline() * 0.4);
        places.add(new Place(box, leader, LEADER + length / h * 0.5));
    }

    private static double nearest(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static Rectangle2D box(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    /**
     * A place for a name.
     *
     * @param leader null where the name stands beside its series
     * @param cost the smaller the better
     */
    record Place(Rectangle2D box, @Nullable Ink leader, double cost) {}
}
