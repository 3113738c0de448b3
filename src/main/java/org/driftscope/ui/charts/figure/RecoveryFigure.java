package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftscope.evaluation.Spread;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.FigureTable;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.TabledFigure;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.model.RecoveryAxis;
import org.driftscope.ui.charts.model.RecoveryPoint;

/**
 * The recovery chart of points of one network. Each mark has a stem from the accuracy of its own chips after drift; a line
 * across the plot is drawn only where it is true of every mark.
 */
final class RecoveryFigure {
    private final List<RecoveryPoint> points;
    private final List<RecoverySeries> series;
    private final RecoveryLook look;
    private final RecoveryAxis axis;
    private final Spread bars;
    private final int unplaced;
    private final boolean severalChips;

    private RecoveryFigure(List<RecoveryPoint> points, RecoveryLook look, int unplaced) {
        this.look = look;
        this.bars = look.bars();
        this.points = points;
        this.series = RecoverySeries.of(points);
        this.axis = look.axis();
        this.unplaced = unplaced;
        this.severalChips = groups().anyMatch(group -> group.n() > 1);
    }

    /**
     * @param points that are shown together; none give no figure
     * @param unplaced how many others have no place on the axis across
     */
    static Optional<Figure> of(List<RecoveryPoint> points, RecoveryLook look, int unplaced) {
        return points.isEmpty() ? Optional.empty() : Optional.of(new RecoveryFigure(points, look, unplaced).figure());
    }

    private Figure figure() {
        List<LineSeries> lines = series.stream().map(this::line).toList();
        LineChart chart = new LineChart("", look.across().spec(), axis.spec(), lines, references(), look.paretoFront());
        Figure captioned = new CaptionedFigure(chart, new RecoveryCaption(points, series, look, unplaced).text());
        return new TabledFigure(
                captioned,
                FigureTable.of(points.stream().map(RecoveryPoint::data).toList()));
    }

    private Stream<PointGroup> groups() {
        return series.stream().flatMap(one -> one.groups().stream());
    }

    private LineSeries line(RecoverySeries one) {
        boolean ranksDiffer = one.groups().stream()
                        .map(group -> group.newest().rank())
                        .distinct()
                        .count()
                > 1;
        List<LinePoint> marks = new ArrayList<>();
        for (PointGroup group : one.groups()) {
            double error = severalChips
                    ? bars.of(group.over(axis))
                    : axis.standardError(group.newest().scores());
            marks.add(new LinePoint(
                    group.across(look.across()),
                    group.mean(axis),
                    Double.isFinite(error) ? error : 0,
                    group.before(axis),
                    label(group, ranksDiffer && !marks.isEmpty())));
        }
        return new LineSeries(one.id(), name(one), one.tint(), true, marks);
    }

    /** The user's name or the rank; where marks stand for different numbers of chips, that number as well. */
    private String label(PointGroup group, boolean brief) {
        RecoveryPoint point = group.newest();
        String rank = point.rank() == 0 ? "" : brief ? Integer.toString(point.rank()) : "r = " + point.rank();
        String label = point.name().isBlank() ? rank : point.name();
        if (uniform() || group.n() == 1) {
            return label;
        }
        return (label.isEmpty() ? "" : label + ", ") + "n = " + group.n();
    }

    /** Where marks stand for different numbers of chips, a name says of how many: a mark's own label may find no place. */
    private String name(RecoverySeries one) {
        if (uniform()) {
            return one.name();
        }
        int least = one.groups().stream().mapToInt(PointGroup::n).min().orElseThrow();
        int most = one.groups().stream().mapToInt(PointGroup::n).max().orElseThrow();
        if (most == 1) {
            return one.name();
        }
        return one.name() + ", n = " + (least == most ? most : least + " to " + most);
    }

    private boolean uniform() {
        return groups().map(PointGroup::n).distinct().count() == 1;
    }

    private List<ReferenceLine> references() {
        if (axis == RecoveryAxis.RECOVERED) {
            return List.of(
                    new ReferenceLine("clean", 100, SeriesTint.CLEAN),
                    new ReferenceLine("after drift", 0, SeriesTint.DRIFTED));
        }
        List<ReferenceLine> lines = new ArrayList<>();
        same(points.stream().map(point -> point.scores().clean()))
                .ifPresent(clean -> lines.add(reference("clean", Percent.of(clean), SeriesTint.CLEAN)));
        boolean sameChips = points.stream().map(RecoveryPoint::setup).distinct().count() == 1
                && groups().map(PointGroup::seeds).distinct().count() == 1;
        if (sameChips) {
            same(groups().map(group -> group.before(axis)))
                    .ifPresent(drifted -> lines.add(reference("after drift", drifted, SeriesTint.DRIFTED)));
        }
        return lines;
    }

    private static ReferenceLine reference(String name, double percent, SeriesTint tint) {
        return new ReferenceLine(String.format(Locale.ROOT, "%s %.1f", name, percent), percent, tint);
    }

    /** The value that all have; empty where they differ. */
    private static Optional<Double> same(Stream<Double> values) {
        Set<Double> different = values.collect(Collectors.toSet());
        return different.size() == 1 ? Optional.of(different.iterator().next()) : Optional.empty();
    }
}
