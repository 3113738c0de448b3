package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.figure.chart.AxisSpec;
import org.driftscope.figure.chart.BarChart;
import org.driftscope.figure.chart.BarSeries;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.LineChart;
import org.driftscope.figure.chart.LinePoint;
import org.driftscope.figure.chart.LineSeries;
import org.driftscope.figure.chart.ReferenceLine;
import org.driftscope.figure.chart.SeriesTint;

/** The picture of a study: what was swept along the axis, accuracy up, one series for whatever else differs. */
public final class StudyFigure {
    private static final String ACCURACY = "Top-1 accuracy (%)";
    private static final String UPDATED = "Parameters updated (%)";

    private StudyFigure() {}

    /** Empty where nothing that was swept makes an axis. */
    public static Optional<Figure> of(List<TrialGroup> groups) {
        Map<String, Object> swept = groups.get(0).values();
        if (swept.containsKey("drift")) {
            return Optional.of(againstDrift(groups));
        }
        if (swept.containsKey("samples")) {
            return Optional.of(againstImages(groups));
        }
        if (swept.containsKey("driftLayers") || swept.containsKey("layers")) {
            return Optional.of(byLayer(groups));
        }
        if (swept.containsKey("method") || swept.containsKey("rank") || swept.containsKey("budget")) {
            return Optional.of(againstUpdated(groups));
        }
        return Optional.empty();
    }

    private static Figure againstDrift(List<TrialGroup> groups) {
        ToDoubleFunction<TrialGroup> x = group -> 100 * group.number("drift");
        List<LineSeries> series = new ArrayList<>();
        Map<String, List<TrialGroup>> chips = by(groups, group -> group.chipWords("drift"));
        chips.forEach((words, members) -> series.add(line(
                "drifted" + suffix(words),
                SeriesTint.DRIFTED,
                distinct(members, x),
                group -> point(x.applyAsDouble(group), group.drifted(), ""))));
        Map<String, List<TrialGroup>> corrections = by(groups, group -> calibratedName(group, "drift"));
        corrections.forEach((name, members) -> series.add(line(
                name,
                SeriesTint.ofMethod(members.get(0).method()),
                members,
                group -> point(x.applyAsDouble(group), group.calibrated(), ""))));
        return new LineChart(
                "", AxisSpec.linear("Relative drift (%)"), AxisSpec.percent(ACCURACY), series, clean(groups), false);
    }

    /** One group a place: what was calibrated later does not change what drift did. */
    private static List<TrialGroup> distinct(List<TrialGroup> groups, ToDoubleFunction<TrialGroup> x) {
        Map<Double, TrialGroup> first = new LinkedHashMap<>();
        groups.forEach(group -> first.putIfAbsent(x.applyAsDouble(group), group));
        return List.copyOf(first.values());
    }

    private static Figure againstImages(List<TrialGroup> groups) {
        List<LineSeries> series = new ArrayList<>();
        by(groups, group -> calibratedName(group, "samples"))
                .forEach((name, members) -> series.add(line(
                        name,
                        SeriesTint.ofMethod(members.get(0).method()),
                        members,
                        group -> point(group.number("samples"), group.calibrated(), ""))));
        return new LineChart(
                "", AxisSpec.log("Calibration images"), AxisSpec.percent(ACCURACY), series, both(groups), false);
    }

    private static Figure againstUpdated(List<TrialGroup> groups) {
        List<LineSeries> series = new ArrayList<>();
        by(groups, group -> group.method() + suffix(group.words("method", "rank", "budget")))
                .forEach((method, members) -> series.add(line(
                        method,
                        SeriesTint.ofMethod(method),
                        members,
                        group -> point(group.updatedPercent(), group.calibrated(), sizeLabel(group)))));
        return new LineChart("", AxisSpec.log(UPDATED), AxisSpec.percent(ACCURACY), series, both(groups), true);
    }

    private static Figure byLayer(List<TrialGroup> groups) {
        List<String> names = groups.stream()
                .map(group -> group.words()
                        .replaceAll("(driftLayers|layers) \\[|\\]", "")
                        .trim())
                .toList();
        return new BarChart(
                "",
                ACCURACY,
                names,
                List.of(
                        bars("drifted", SeriesTint.DRIFTED, groups, TrialGroup::drifted),
                        bars("calibrated", SeriesTint.calibrated(), groups, TrialGroup::calibrated)));
    }

    private static BarSeries bars(
            String name, SeriesTint tint, List<TrialGroup> groups, Function<TrialGroup, AccuracySummary> value) {
        return new BarSeries(
                name,
                name,
                tint,
                groups.stream().map(group -> value.apply(group).mean()).toList());
    }

    private static Map<String, List<TrialGroup>> by(List<TrialGroup> groups, Function<TrialGroup, String> key) {
        Map<String, List<TrialGroup>> map = new LinkedHashMap<>();
        groups.forEach(group ->
                map.computeIfAbsent(key.apply(group), k -> new ArrayList<>()).add(group));
        return map;
    }

    private static LineSeries line(
            String name, SeriesTint tint, List<TrialGroup> groups, Function<TrialGroup, LinePoint> point) {
        return new LineSeries(name, name, tint, true, groups.stream().map(point).toList());
    }

    /** The method, and what else tells this series from the others. */
    private static String calibratedName(TrialGroup group, String axis) {
        return group.method() + suffix(group.words(axis, "method"));
    }

    private static LinePoint point(double x, AccuracySummary y, String label) {
        return new LinePoint(x, y.mean(), y.count() > 1 ? y.standardDeviation() : 0, label);
    }

    private static String sizeLabel(TrialGroup group) {
        Object rank = group.values().get("rank");
        Object budget = group.values().get("budget");
        return rank != null ? "r = " + rank : budget != null ? budget + " %" : "";
    }

    private static String suffix(String words) {
        return words.isEmpty() ? "" : ", " + words;
    }

    private static List<ReferenceLine> clean(List<TrialGroup> groups) {
        return List.of(new ReferenceLine("clean", groups.get(0).clean(), SeriesTint.CLEAN));
    }

    private static List<ReferenceLine> both(List<TrialGroup> groups) {
        double drifted = groups.stream()
                .mapToDouble(group -> group.drifted().mean())
                .average()
                .orElse(0);
        List<ReferenceLine> lines = new ArrayList<>(clean(groups));
        lines.add(new ReferenceLine("after drift", drifted, SeriesTint.DRIFTED));
        return lines;
    }
}
