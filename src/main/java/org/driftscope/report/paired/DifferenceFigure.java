package org.driftscope.report.paired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.calibration.spec.Method;
import org.driftscope.evaluation.AccuracySummary;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.line.LineChart;
import org.driftscope.figure.chart.line.LinePoint;
import org.driftscope.figure.chart.line.LineSeries;
import org.driftscope.figure.chart.line.ReferenceLine;
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.report.MethodTint;

/** Paired differences against one calibration, over the size of the corrections, with their intervals. */
public final class DifferenceFigure {
    private static final double THOUSAND = 1_000;

    private DifferenceFigure() {}

    /**
     * @param comparisons with one baseline, at least one
     * @param size across: parameters updated or SRAM bits
     */
    public static Figure of(List<Comparison> comparisons, TrialColumn size) {
        boolean bits = size.equals(TrialColumns.SRAM_BITS);
        Map<String, List<Comparison>> families = new LinkedHashMap<>();
        comparisons.forEach(comparison -> families.computeIfAbsent(
                        comparison.trials().get(0).family(), family -> new ArrayList<>())
                .add(comparison));
        List<LineSeries> series = new ArrayList<>();
        families.forEach((family, members) -> series.add(new LineSeries(
                family,
                family,
                tint(members.get(0)),
                false,
                members.stream().map(member -> point(member, size, bits)).toList())));
        String baseline = comparisons.get(0).baselineName();
        LineChart chart = new LineChart(
                "",
                AxisSpec.log(bits ? "SRAM (1,000 bits)" : "Parameters updated (%)"),
                AxisSpec.linear("Top-1 on the same chips (points)"),
                series,
                List.of(new ReferenceLine(baseline, 0, SeriesTint.CLEAN)),
                false);
        return new CaptionedFigure(chart, caption(comparisons, baseline));
    }

    private static LinePoint point(Comparison comparison, TrialColumn size, boolean bits) {
        AccuracySummary over = comparison.difference().over();
        double half = over.interval95().high() - over.mean();
        double x = comparison.trials().stream()
                .mapToDouble(trial -> size.shown(trial.outcome()))
                .average()
                .orElse(0);
        String label = comparison.trials().get(0).size();
        return new LinePoint(bits ? x / THOUSAND : x, over.mean(), Double.isFinite(half) ? half : 0, label);
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
