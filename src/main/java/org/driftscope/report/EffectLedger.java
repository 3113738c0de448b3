package org.driftscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.setting.ChipEffects;
import org.driftscope.experiment.sweep.SweepRunner;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.support.Percent;

/**
 * What each effect of a chip costs, in points of accuracy before calibration: lost when it acts alone, and won back when it
 * alone is left out. Effects are not additive, so both are shown.
 */
final class EffectLedger {
    private final Map<String, TrialGroup> groups;
    private final Spread spread;

    private EffectLedger(List<TrialGroup> groups, Spread spread) {
        this.groups = groups.stream()
                .collect(Collectors.toMap(EffectLedger::value, Function.identity(), (one, other) -> one));
        this.spread = spread;
    }

    /** Whether effects, and nothing else, were swept, and all together and one alone are there. */
    static boolean fit(List<TrialGroup> groups) {
        return groups.get(0).values().keySet().equals(Set.of(ChipEffects.SETTING))
                && groups.stream().anyMatch(group -> value(group).equals(ChipEffects.all()))
                && groups.stream()
                        .anyMatch(group -> !ChipEffects.onlyEffect(value(group)).isEmpty());
    }

    private static String value(TrialGroup group) {
        return String.valueOf(group.values().get(ChipEffects.SETTING));
    }

    static Figure of(List<TrialGroup> groups, Spread spread) {
        return new EffectLedger(groups, spread).figure(groups);
    }

    private Figure figure(List<TrialGroup> order) {
        List<String> effects = order.stream()
                .map(group -> ChipEffects.onlyEffect(value(group)))
                .filter(effect -> !effect.isEmpty())
                .toList();
        List<BarSeries> series = new ArrayList<>();
        series.add(bars("lost, acting alone", SeriesTint.DRIFTED, effects, ChipEffects::alone, -1));
        if (effects.size() > 1) {
            series.add(bars("won, left out", SeriesTint.calibrated(), effects, ChipEffects::without, 1));
        }
        String axis = "Top-1 accuracy before calibration (points)" + TrialGroup.meanWords(order, spread);
        return new CaptionedFigure(new BarChart("", axis, effects, series), sentence(effects));
    }

    /** @param sign 1 for points won over all effects, -1 for points lost of the clean network's */
    private BarSeries bars(
            String name, SeriesTint tint, List<String> effects, Function<String, String> value, int sign) {
        List<Double> values = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (String effect : effects) {
            TrialGroup group = groups.get(value.apply(effect));
            AccuracySummary points = group == null ? null : points(group, sign);
            values.add(points == null ? Double.NaN : points.mean());
            errors.add(points == null || points.count() < 2 ? 0 : spread.of(points));
        }
        return new BarSeries(name, name, tint, values, errors);
    }

    /** Won points are those of the same chip: chips differ by more than effects do. */
    private AccuracySummary points(TrialGroup group, int sign) {
        if (sign < 0) {
            return group.percent(outcome -> outcome.cleanTop1() - outcome.driftedTop1());
        }
        Map<Long, Double> all = all().trials().stream()
                .collect(Collectors.toMap(
                        EffectLedger::chip, trial -> trial.outcome().driftedTop1()));
        return AccuracySummary.of(group.trials().stream()
                .filter(trial -> all.containsKey(chip(trial)))
                .map(trial -> Percent.of(trial.outcome().driftedTop1() - all.getOrDefault(chip(trial), Double.NaN)))
                .toList());
    }

    private static long chip(SweepRunner.Finished trial) {
        return trial.trial().spec().chip().seed();
    }

    private TrialGroup all() {
        TrialGroup all = groups.get(ChipEffects.all());
        if (all == null) {
            throw new IllegalStateException("no trial with all effects");
        }
        return all;
    }

    /** E.g. "All effects cost 61.2 points. Alone: stuck cells 54.0, drift 19.6, wires 0.8." */
    private String sentence(List<String> effects) {
        String alone = effects.stream()
                .filter(effect -> groups.containsKey(ChipEffects.alone(effect)))
                .sorted(Comparator.comparingDouble(effect -> -lost(ChipEffects.alone(effect))))
                .map(effect -> effect + " " + decimal(lost(ChipEffects.alone(effect))))
                .collect(Collectors.joining(", "));
        return "All effects together cost " + decimal(lost(ChipEffects.all())) + " points. Alone: " + alone + ".";
    }

    private double lost(String value) {
        TrialGroup group = groups.get(value);
        return group == null ? Double.NaN : points(group, -1).mean();
    }

    private static String decimal(double points) {
        return String.format(Locale.ROOT, "%.1f", points);
    }
}
