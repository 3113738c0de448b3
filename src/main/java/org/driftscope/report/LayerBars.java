package org.driftscope.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialOutcome;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;

/** What each layer is worth, in points of accuracy: lost when it alone drifts, won when it alone is calibrated. */
final class LayerBars {
    private static final String DRIFTED = DriftSettings.DRIFT_LAYERS.name();
    private static final String CALIBRATED = CalibrationSettings.LAYERS.name();

    private LayerBars() {}

    /** Whether layers, and nothing else, were swept. */
    static boolean fit(TrialGroup group) {
        Set<String> swept = group.values().keySet();
        return !swept.isEmpty() && Set.of(DRIFTED, CALIBRATED).containsAll(swept);
    }

    /**
     * @param groups in the order of the network; of either sweep over layers, or of both
     * @param spread what its bars are
     */
    static Figure of(List<TrialGroup> groups, Spread spread) {
        Set<String> layers = new LinkedHashSet<>();
        groups.forEach(group -> layers.add(layer(group, sweptBy(group))));
        List<BarSeries> series = new ArrayList<>();
        if (groups.stream().anyMatch(group -> sweptBy(group).equals(DRIFTED))) {
            series.add(bars(
                    "lost, drifting alone",
                    SeriesTint.DRIFTED,
                    layers,
                    of(groups, DRIFTED),
                    spread,
                    outcome -> outcome.cleanTop1() - outcome.driftedTop1()));
        }
        if (groups.stream().anyMatch(group -> sweptBy(group).equals(CALIBRATED))) {
            series.add(bars(
                    "won, calibrated alone",
                    SeriesTint.calibrated(),
                    layers,
                    of(groups, CALIBRATED),
                    spread,
                    outcome -> outcome.calibratedTop1() - outcome.driftedTop1()));
        }
        return new BarChart(
                "", "Top-1 accuracy (points)" + TrialGroup.meanWords(groups, spread), List.copyOf(layers), series);
    }

    private static String sweptBy(TrialGroup group) {
        return group.values().get(DRIFTED) instanceof List<?> names && !names.isEmpty() ? DRIFTED : CALIBRATED;
    }

    private static String layer(TrialGroup group, String setting) {
        return group.values().get(setting) instanceof List<?> names && !names.isEmpty()
                ? names.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "all";
    }

    private static Map<String, TrialGroup> of(List<TrialGroup> groups, String setting) {
        return groups.stream()
                .filter(group -> sweptBy(group).equals(setting))
                .collect(Collectors.toMap(group -> layer(group, setting), group -> group, (a, b) -> a));
    }

    private static BarSeries bars(
            String name,
            SeriesTint tint,
            Set<String> layers,
            Map<String, TrialGroup> byLayer,
            Spread spread,
            ToDoubleFunction<TrialOutcome> points) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (String layer : layers) {
            TrialGroup group = byLayer.get(layer);
            if (group == null) {
                values.add(Double.NaN);
                errors.add(0.0);
            } else {
                AccuracySummary summary = group.percent(points);
                values.add(summary.mean());
                errors.add(summary.count() > 1 ? spread.of(summary) : 0);
            }
        }
        return new BarSeries(name, name, tint, values, errors);
    }
}
