package org.driftscope.ui.charts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftscope.figure.chart.LinePoint;

/**
 * Points that differ in their seed only, shown as one mark.
 *
 * @param points at least one, oldest first
 */
record PointGroup(List<RecoveryPoint> points) {
    /** Blanks where a long note is broken, so that the card stays narrow. */
    private static final String WRAP = "(.{44,}?)\\s";

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

    /** One point a seed, the newest: the same trial run twice says nothing about the spread. */
    private Collection<RecoveryPoint> chips() {
        Map<Long, RecoveryPoint> bySeed = new LinkedHashMap<>();
        points.forEach(point -> bySeed.put(point.seed(), point));
        return bySeed.values();
    }

    /** Mean accuracy, %. */
    double meanPercent() {
        return 100 * chips().stream().mapToDouble(RecoveryPoint::top1).average().orElseThrow();
    }

    /** Standard deviation over the seeds, %; with one seed, the standard error from the number of images. */
    double errorPercent() {
        int n = chips().size();
        if (n == 1) {
            return 100 * newest().standardError();
        }
        double mean = meanPercent();
        double squares = chips().stream()
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
        text.append(String.format(Locale.ROOT, "%nTop-1 %.1f \u00b1 %.1f %%", meanPercent(), errorPercent()));
        int seeds = chips().size();
        text.append(seeds == 1 ? " (standard error)" : " (" + seeds + " seeds, standard deviation)");
        text.append(String.format(Locale.ROOT, "%nParameters updated %.3g %%", percent()));
        point.settings()
                .forEach((name, value) ->
                        text.append("\n").append(name).append(": ").append(value));
        if (seeds == 1) {
            text.append("\nseed: ").append(point.seed());
        }
        point.notes().forEach(note -> text.append("\n").append(note.replaceAll(WRAP, "$1\n")));
        return text.append("\nClick to restore these settings").toString();
    }
}
