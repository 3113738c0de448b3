package org.driftscope.figure.chart;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * Something drawn that labels keep away from: a straight stroke, or a mark where both ends are one.
 *
 * @param owner number of the series it belongs to, or one of the constants of the label space
 * @param reach half the stroke's thickness, or a mark's radius
 */
public record Ink(int owner, double x1, double y1, double x2, double y2, double reach) {
    public static Ink mark(int owner, double x, double y, double reach) {
        return new Ink(owner, x, y, x, y, reach);
    }

    public boolean isMark() {
        return x1 == x2 && y1 == y2;
    }

    public Line2D line() {
        return new Line2D.Double(x1, y1, x2, y2);
    }

    /** Free room between it and a box; 0 where they touch or overlap. */
    public double distance(Rectangle2D box) {
        return Math.max(0, distance(box, x1, y1, x2, y2) - reach);
    }

    /** Free room between it and another stroke; 0 where they touch or cross. */
    public double distance(Ink other) {
        if (line().intersectsLine(other.line())) {
            return 0;
        }
        double between = Math.min(
                Math.min(
                        Line2D.ptSegDist(x1, y1, x2, y2, other.x1, other.y1),
                        Line2D.ptSegDist(x1, y1, x2, y2, other.x2, other.y2)),
                Math.min(
                        Line2D.ptSegDist(other.x1, other.y1, other.x2, other.y2, x1, y1),
                        Line2D.ptSegDist(other.x1, other.y1, other.x2, other.y2, x2, y2)));
        return Math.max(0, between - reach - other.reach);
    }

    private static double distance(Rectangle2D box, double x1, double y1, double x2, double y2) {
        if (box.intersectsLine(x1, y1, x2, y2)) {
            return 0;
        }
        double ends = Math.min(distance(box, x1, y1), distance(box, x2, y2));
        double upper = Math.min(
                Line2D.ptSegDist(x1, y1, x2, y2, box.getX(), box.getY()),
                Line2D.ptSegDist(x1, y1, x2, y2, box.getMaxX(), box.getY()));
        double lower = Math.min(
                Line2D.ptSegDist(x1, y1, x2, y2, box.getX(), box.getMaxY()),
                Line2D.ptSegDist(x1, y1, x2, y2, box.getMaxX(), box.getMaxY()));
        return Math.min(ends, Math.min(upper, lower));
    }

    private static double distance(Rectangle2D box, double x, double y) {
        double dx = Math.max(0, Math.max(box.getX() - x, x - box.getMaxX()));
        double dy = Math.max(0, Math.max(box.getY() - y, y - box.getMaxY()));
        return Math.hypot(dx, dy);
    }
}
