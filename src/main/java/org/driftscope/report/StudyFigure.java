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
        if (swept.containsKey("method") || swept.containsKey("rank")) {
            return Optional.of(againstUpdated(groups));
        }
        return Optional.empty();
    }

    private static Figure againstDrift(List<TrialGroup> groups) {
        ToDoubleFunction<TrialGroup> x = group -> 100 * ((Double) group.values().get("drift"));
        Function<TrialGroup, String> rest = group -> group.words("drift");
        List<LineSeries> series = new ArrayList<>();
        series.addAll(series(groups, x, TrialGroup::drifted, rest, "drifted", SeriesTint.DRIFTED, group -> ""));
        series.addAll(series(groups, x, TrialGroup::calibrated, rest, "calibrated", SeriesTint.calibrated(), g -> ""));
        return new LineChart(
                "", AxisSpec.linear("Relative drift (%)"), AxisSpec.percent(ACCURACY), series, clean(groups), false);
    }

    private static Figure againstImages(List<TrialGroup> groups) {
        ToDoubleFunction<TrialGroup> x = group -> ((Long) group.values().get("samples")).doubleValue();
        List<LineSeries> series = series(
                groups,
                x,
                TrialGroup::calibrated,
                group -> group.words("samples"),
                "calibrated",
                SeriesTint.calibrated(),
                group -> "");
        return new LineChart(
                "", AxisSpec.log("Calibration images"), AxisSpec.percent(ACCURACY), series, both(groups), false);
    }

    private static Figure againstUpdated(List<TrialGroup> groups) {
        Map<String, List<TrialGroup>> byMethod = new LinkedHashMap<>();
        groups.forEach(group -> byMethod.computeIfAbsent(
                        group.method() + suffix(group.words("method", "rank")), m -> new ArrayList<>())
                .add(group));
        List<LineSeries> series = new ArrayList<>();
        byMethod.forEach((method, members) -> series.add(new LineSeries(
                method,
                method,
                SeriesTint.ofMethod(method),
                true,
                members.stream()
                        .map(group -> point(group.updatedPercent(), group.calibrated(), rankLabel(group)))
                        .toList())));
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

    private static List<LineSeries> series(
            List<TrialGroup> groups,
            ToDoubleFunction<TrialGroup> x,
            Function<TrialGroup, AccuracySummary> y,
            Function<TrialGroup, String> name,
            String what,
            SeriesTint tint,
            Function<TrialGroup, String> label) {
        Map<String, List<LinePoint>> points = new LinkedHashMap<>();
        groups.forEach(group -> points.computeIfAbsent(name.apply(group), n -> new ArrayList<>())
                .add(point(x.applyAsDouble(group), y.apply(group), label.apply(group))));
        List<LineSeries> series = new ArrayList<>();
        points.forEach((words, line) ->
                series.add(new LineSeries(what + words, what + suffix(words), tint, true, List.copyOf(line))));
        return series;
    }

    private static LinePoint point(double x, AccuracySummary y, String label) {
        return new LinePoint(x, y.mean(), y.count() > 1 ? y.standardDeviation() : 0, label);
    }

    private static String rankLabel(TrialGroup group) {
        Object rank = group.values().get("rank");
        return rank == null ? "" : "r = " + rank;
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
