package org.driftscope.figure.chart.line;

import java.util.List;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.figure.chart.SeriesTint;

/**
 * Points that belong together.
 *
 * @param id found again in {@link HitArea#seriesId()}
 * @param name the label drawn at its last point
 * @param tint colour and marker
 * @param joined whether a line joins the points, in their order; otherwise a scatter
 * @param points at least one
 */
public record LineSeries(String id, String name, SeriesTint tint, boolean joined, List<LinePoint> points) {
    public LineSeries {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("Series " + name + " has no points");
        }
    }
}
