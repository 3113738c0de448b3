package org.driftscope.ui.charts.figure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.charts.model.RecoveryAxis;
import org.driftscope.ui.charts.model.RecoveryPoint;

/**
 * Points that differ in their seed only, shown as one mark.
 *
 * @param points at least one, oldest first
 */
public record PointGroup(List<RecoveryPoint> points) {
    /** Blanks where a long note is broken, so that the card stays narrow. */
    private static final String WRAP = "(.{44,}?)\\s";

    public PointGroup {
        points = List.copyOf(points);
    }

    /** The newest of the points: the one whose settings a click restores. */
    public RecoveryPoint newest() {
        return points.get(points.size() - 1);
    }

    double percent() {
        return chips().stream().mapToDouble(RecoveryPoint::percent).average().orElseThrow();
    }

    /** Mean place over the chips. */
    double across(RecoveryAcross axis) {
        return chips().stream().mapToDouble(axis::of).average().orElseThrow();
    }

    /** One point a seed, the newest: the same trial run twice says nothing about the spread. */
    private Collection<RecoveryPoint> chips() {
        Map<Long, RecoveryPoint> bySeed = new LinkedHashMap<>();
        points.forEach(point -> bySeed.put(point.seed(), point));
        return bySeed.values();
    }

    Set<Long> seeds() {
        return chips().stream().map(RecoveryPoint::seed).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Number of chips. */
    int n() {
        return chips().size();
    }

    /** Over the chips, %; NaN where it is not defined for one of them. */
    AccuracySummary over(RecoveryAxis axis) {
        return AccuracySummary.of(
                chips().stream().map(point -> axis.of(point.scores())).toList());
    }

    /** Mean over the chips, %; NaN where it is not defined for one of them. */
    double mean(RecoveryAxis axis) {
        return over(axis).mean();
    }

    /** Mean over the chips before calibration, %. */
    double before(RecoveryAxis axis) {
        return chips().stream()
                .mapToDouble(point -> axis.before(point.scores()))
                .average()
                .orElseThrow();
    }

    /** What the mark is, in words. */
    public String explanation(RecoveryAxis axis, Spread bars) {
        RecoveryPoint point = newest();
        StringBuilder text = new StringBuilder(point.label());
        text.append(String.format(
                Locale.ROOT,
                "%nTop-1 %.1f %%, after drift %.1f %%, clean %.1f %%",
                mean(RecoveryAxis.TOP1),
                before(RecoveryAxis.TOP1),
                Percent.of(point.scores().clean())));
        double recovered = mean(RecoveryAxis.RECOVERED);
        if (Double.isFinite(recovered)) {
            text.append(String.format(Locale.ROOT, "%nLoss recovered %.1f %%", recovered));
        }
        text.append(
                n() == 1
                        ? String.format(
                                Locale.ROOT,
                                "%nStandard error \u00b1 %.1f (%,d images), one chip, seed %d",
                                axis.standardError(point.scores()),
                                point.scores().images(),
                                point.seed())
                        : String.format(
                                Locale.ROOT,
                                "%nMean of n = %d chips, seeds %s, %s \u00b1 %.1f",
                                n(),
                                seeds().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                                bars.words(),
                                bars.of(over(axis))));
        text.append(String.format(Locale.ROOT, "%nParameters updated %.2f %%", percent()));
        double bits = 1_000 * across(RecoveryAcross.SRAM_BITS);
        text.append(Double.isNaN(bits) ? "" : String.format(Locale.ROOT, ", %,.0f SRAM bits", bits));
        // each value says by itself what it is of
        point.words().values().forEach(value -> text.append("\n").append(value));
        point.notes().forEach(note -> text.append("\n").append(note.replaceAll(WRAP, "$1\n")));
        return text.append("\nDouble click to restore these settings").toString();
    }
}
