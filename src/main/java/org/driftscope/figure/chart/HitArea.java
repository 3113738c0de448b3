package org.driftscope.figure.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one mark was drawn, so that a pointer can find it.
 *
 * @param seriesId the series the mark belongs to
 * @param pointIndex the mark's index in its series
 * @param x centre, in the figure's unit
 * @param y centre
 * @param halfWidth half of the mark's width
 * @param halfHeight half of the mark's height
 */
public record HitArea(String seriesId, int pointIndex, double x, double y, double halfWidth, double halfHeight) {
    /** Distance from a position to the mark's box; 0 inside it. */
    public double distance(double px, double py) {
        double dx = Math.max(0, Math.abs(px - x) - halfWidth);
        double dy = Math.max(0, Math.abs(py - y) - halfHeight);
        return Math.hypot(dx, dy);
    }

    /** The same mark moved by an offset. */
    HitArea shifted(double dx, double dy) {
        return new HitArea(seriesId, pointIndex, x + dx, y + dy, halfWidth, halfHeight);
    }

    /**
     * The mark nearest to a position.
     *
     * @param reach marks farther away than this are not found
     */
    public static Optional<HitArea> nearest(List<HitArea> areas, double px, double py, double reach) {
        return areas.stream()
                .filter(area -> area.distance(px, py) <= reach)
                .min(Comparator.<HitArea>comparingDouble(area -> area.distance(px, py))
                        .thenComparingDouble(area -> Math.hypot(px - area.x, py - area.y)));
    }
}
