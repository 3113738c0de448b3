package org.driftscope.ui.charts;

import java.util.List;
import org.driftscope.figure.chart.LinePoint;

/**
 * Points that differ in their seed only, shown as one mark.
 *
 * @param points at least one, oldest first
 */
record PointGroup(List<RecoveryPoint> points) {
    PointGroup {
        points = List.copyOf(points);
    }

    /** The newest of the points: the one whose settings a click restores. */
    RecoveryPoint newest() {
        return points.get(points.size() - 1);
    }

    double percent() {
        return newest().percent();
    }

    /** Mean accuracy, %. */
    double meanPercent() {
        return 100 * points.stream().mapToDouble(RecoveryPoint::top1).average().orElseThrow();
    }

    /** Standard deviation over the seeds, %; with one seed, the standard error from the number of images. */
    double errorPercent() {
        int n = points.size();
        if (n == 1) {
            return 100 * newest().standardError();
        }
        double mean = meanPercent();
        double squares = points.stream()
                .mapToDouble(point -> Math.pow(100 * point.top1() - mean, 2))
                .sum();
        return Math.sqrt(squares / (n - 1));
    }

    LinePoint mark(String rankLabel) {
        String label = newest().name().isBlank() ? rankLabel : newest().name();
        return new LinePoint(percent(), meanPercent(), errorPercent(), label);
    }

    /** What the mark is, in words. */
    String explanation() {
        RecoveryPoint point = newest();
        StringBuilder text = new StringBuilder(point.label());
        text.append(String.format("%nTop-1 %.1f \u00b1 %.1f %%", meanPercent(), errorPercent()));
        text.append(points.size() == 1 ? " (standard error)" : " (" + points.size() + " seeds, standard deviation)");
        text.append(String.format("%nParameters updated %.3g %%", percent()));
        point.settings()
                .forEach((name, value) ->
                        text.append("\n").append(name).append(": ").append(value));
        if (points.size() == 1) {
            text.append("\nseed: ").append(point.seed());
        }
        return text.append("\nClick to restore these settings").toString();
    }
}
