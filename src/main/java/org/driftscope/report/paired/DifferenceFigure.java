package org.driftscope.report.paired;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.driftscope.calibration.spec.Method;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.SmallMultiples;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.report.MethodTint;
import org.driftscope.report.axis.ChipAxis;

/** Paired differences against one calibration, over the size of the corrections, with their intervals. */
public final class DifferenceFigure {
    private static final double THOUSAND = 1_000;
    private static final int MOST_COLUMNS = 3;

    private DifferenceFigure() {}

    /**
     * Along the drift, the age or the stuck cells where chips differ in it, else along the size; one panel for whatever else
     * chips differ in.
     *
     * @param comparisons with one baseline, at least one
     * @param size across where chips are alike: parameters updated or SRAM bits
     */
    public static Figure of(List<Comparison> comparisons, TrialColumn size) {
        Set<String> differing = ChipKinds.differing(comparisons);
        Optional<ChipAxis> axis = Arrays.stream(ChipAxis.values())
                .filter(one -> differing.contains(one.swept().name()))
                .findFirst();
        axis.ifPresent(one -> one.names().forEach(differing::remove));
        Map<String, List<Comparison>> kinds = new LinkedHashMap<>();
        comparisons.forEach(
                comparison -> kinds.computeIfAbsent(ChipKinds.words(comparison, differing), words -> new ArrayList<>())
                        .add(comparison));
        List<Figure> panels = new ArrayList<>();
        kinds.forEach((words, members) ->
                panels.add(axis.map(one -> along(words, members, one)).orElseGet(() -> bySize(words, members, size))));
        Figure drawn = panels.size() == 1
                ? panels.get(0)
                : new SmallMultiples("", Math.min(MOST_COLUMNS, panels.size()), panels);
        return new CaptionedFigure(
                drawn, caption(comparisons, comparisons.get(0).baselineName()));
    }

    private static Figure bySize(String title, List<Comparison> comparisons, TrialColumn size) {
        boolean bits = size.equals(TrialColumns.SRAM_BITS);
        return chart(
                title,
                AxisSpec.log(bits ? "SRAM (1,000 bits)" : "Parameters updated (%)"),
                false,
                comparisons,
                comparison -> comparison.trials().get(0).family(),
                comparison -> {
                    double x = comparison.trials().stream()
                            .mapToDouble(trial -> size.shown(trial.outcome()))
                            .average()
                            .orElse(0);
                    return point(
                            comparison,
                            bits ? x / THOUSAND : x,
                            comparison.trials().get(0).size());
                });
    }

    private static Figure along(String title, List<Comparison> comparisons, ChipAxis axis) {
        return chart(
                title,
                axis.spec(),
                true,
                comparisons,
                Comparison::name,
                comparison -> point(comparison, axis.place(setting -> ChipKinds.number(comparison, setting)), ""));
    }

    private static Figure chart(
            String title,
            AxisSpec across,
            boolean joined,
            List<Comparison> comparisons,
            Function<Comparison, String> name,
            Function<Comparison, LinePoint> point) {
        Map<String, List<Comparison>> named = new LinkedHashMap<>();
        comparisons.forEach(comparison -> named.computeIfAbsent(name.apply(comparison), key -> new ArrayList<>())
                .add(comparison));
        List<LineSeries> series = new ArrayList<>();
        named.forEach((words, members) -> series.add(new LineSeries(
                words,
                words,
                tint(members.get(0)),
                joined,
                members.stream()
                        .map(point)
                        .sorted(Comparator.comparingDouble(LinePoint::x))
                        .toList())));
        return new LineChart(
                title,
                across,
                AxisSpec.linear("Top-1 on the same chips (points)"),
                series,
                List.of(new ReferenceLine(comparisons.get(0).baselineName(), 0, SeriesTint.CLEAN)),
                false);
    }

    private static LinePoint point(Comparison comparison, double x, String label) {
        AccuracySummary over = comparison.difference().over();
        double half = over.interval95().high() - over.mean();
        return new LinePoint(x, over.mean(), Double.isFinite(half) ? half : 0, label);
    }

    private static SeriesTint tint(Comparison comparison) {
        Map<String, Object> calibration = comparison.trials().get(0).calibration();
        String name = CalibrationSettings.METHOD.name();
        return MethodTint.of(Method.named(name, String.valueOf(calibration.get(name))));
    }

    private static String caption(List<Comparison> comparisons, String baseline) {
        int least = comparisons.stream().mapToInt(Comparison::pairs).min().orElse(0);
        int most = comparisons.stream().mapToInt(Comparison::pairs).max().orElse(0);
        String pairs = least == most ? Integer.toString(most) : least + " to " + most;
        return "Each mark: mean difference from " + baseline + " on the same n = " + pairs + " chips; bars: "
                + PairedWords.INTERVAL + ".";
    }
}
