package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.driftscope.evaluation.AccuracySummary;
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
import org.driftscope.figure.chart.plot.AxisSpec;
import org.driftscope.support.Percent;
import org.driftscope.ui.charts.model.SweepAxis;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;

/** Accuracy against the strength or the time of drift, as far as it was measured. */
public final class DriftSweepFigure {
    /** Of a calibration that was made early and kept. */
    public static final String KEPT = "kept";

    private DriftSweepFigure() {}

    static Optional<Figure> of(List<SweepReading> readings, SweepMade made) {
        return chart(readings, made)
                .map(chart -> new TabledFigure(
                        new CaptionedFigure(chart, caption(readings, made)),
                        FigureTable.of(readings.stream()
                                .flatMap(reading -> reading.rows().stream())
                                .toList())));
    }

    public static Optional<LineChart> chart(List<SweepReading> readings, SweepMade made) {
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        List<DriftSweepPoint> points = DriftSweepPoint.of(readings);
        List<LineSeries> series = new ArrayList<>();
        SweepAxis axis = made.axis();
        series("drifted", "drifted", SeriesTint.DRIFTED, axis, points, SweepReading::drifted)
                .ifPresent(series::add);
        series("calibrated", made.method(), made.tint(), axis, points, SweepReading::calibrated)
                .ifPresent(series::add);
        series(KEPT, made.keptName(), made.tint(), axis, points, SweepReading::keptTop1)
                .ifPresent(series::add);
        double clean = Percent.of(readings.get(0).clean());
        ReferenceLine line =
                new ReferenceLine(String.format(Locale.ROOT, "clean %.1f", clean), clean, SeriesTint.CLEAN);
        return Optional.of(
                new LineChart("", axis.spec(), AxisSpec.percent("Top-1 accuracy (%)"), series, List.of(line), false));
    }

    private static Optional<LineSeries> series(
            String id,
            String name,
            SeriesTint tint,
            SweepAxis axis,
            List<DriftSweepPoint> points,
            ToDoubleFunction<SweepReading> value) {
        int most = points.stream().mapToInt(DriftSweepPoint::n).max().orElse(0);
        List<LinePoint> marks = points.stream()
                .filter(point -> Double.isFinite(point.over(value).mean()))
                .map(point -> mark(axis.place(point.strength()), point.over(value), most))
                .toList();
        return marks.isEmpty() ? Optional.empty() : Optional.of(new LineSeries(id, name, tint, true, marks));
    }

    private static LinePoint mark(double place, AccuracySummary top1, int most) {
        return new LinePoint(
                place,
                Percent.of(top1.mean()),
                top1.count() > 1 ? 100 * Spread.STANDARD_DEVIATION.of(top1) : 0,
                top1.count() < most ? "n = " + top1.count() : "");
    }

    private static String caption(List<SweepReading> readings, SweepMade made) {
        Set<Long> seeds = readings.stream().map(SweepReading::seed).collect(Collectors.toCollection(TreeSet::new));
        String chips = seeds.size() == 1 ? "1 chip" : seeds.size() + " chips";
        String marks = seeds.size() == 1
                ? " Each mark: one chip."
                : " Each mark: mean over " + chips + " unless n is given; bars: standard deviation over chips.";
        return made.words() + " \u00b7 " + chips + ", " + RecoveryCaption.seeds(seeds) + "." + marks;
    }
}
