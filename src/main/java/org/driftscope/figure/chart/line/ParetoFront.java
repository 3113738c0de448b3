package org.driftscope.figure.chart.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The points that no other beats: less x and more y. */
public final class ParetoFront {
    /** For captions of charts that have one. */
    public static final String CAPTION = "Dashed steps: Pareto front, which no other mark beats.";

    private ParetoFront() {}

    /**
     * The points that are not dominated, where less x and more y is better.
     *
     * @return in the order of rising x (and so rising y); of equal points one
     */
    public static List<LinePoint> of(List<LinePoint> points) {
        List<LinePoint> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(LinePoint::x)
                .thenComparing(Comparator.comparingDouble(LinePoint::y).reversed()));
        List<LinePoint> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (LinePoint point : sorted) {
            if (point.y() > best) {
                front.add(point);
                best = point.y();
            }
        }
        return List.copyOf(front);
    }
}
