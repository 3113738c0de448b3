package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.driftscope.figure.chart.AxisScale;
import org.driftscope.figure.chart.AxisSpec;
import org.driftscope.figure.chart.BarChart;
import org.driftscope.figure.chart.BarSeries;
import org.driftscope.figure.chart.ConfusionChart;
import org.driftscope.figure.chart.LineChart;
import org.driftscope.figure.chart.LinePoint;
import org.driftscope.figure.chart.LineSeries;
import org.driftscope.figure.chart.ReferenceLine;
import org.driftscope.figure.chart.SeriesTint;

/** The figures of a view model's values; empty where there is nothing to show yet. */
final class ChartFigures {
    private static final AxisSpec ACCURACY = AxisSpec.percent("Top-1 accuracy (%)");

    private ChartFigures() {}

    static Optional<LineChart> recovery(ChartsViewModel model) {
        List<RecoverySeries> series = RecoverySeries.of(model.points());
        if (series.isEmpty()) {
            return Optional.empty();
        }
        AxisSpec parameters = new AxisSpec("Parameters updated (%)", AxisScale.LOG, 0, Double.POSITIVE_INFINITY, 1.5);
        List<LineSeries> lines = series.stream().map(RecoverySeries::line).toList();
        List<ReferenceLine> references = new ArrayList<>(clean(model));
        reference("after drift", model.driftedProperty().get(), SeriesTint.DRIFTED)
                .ifPresent(references::add);
        return Optional.of(new LineChart(
                "",
                parameters,
                ACCURACY,
                lines,
                references,
                model.paretoFrontProperty().get()));
    }

    static Optional<LineChart> driftSweep(ChartsViewModel model) {
        if (model.driftSweep().isEmpty()) {
            return Optional.empty();
        }
        List<LineSeries> series = new ArrayList<>();
        sweepSeries(
                        model,
                        "drifted",
                        "drifted",
                        SeriesTint.DRIFTED,
                        DriftSweepPoint::drifted,
                        DriftSweepPoint::driftedSpread)
                .ifPresent(series::add);
        sweepSeries(
                        model,
                        "calibrated",
                        model.sweptMethodProperty().get(),
                        SeriesTint.calibrated(),
                        DriftSweepPoint::calibrated,
                        DriftSweepPoint::calibratedSpread)
                .ifPresent(series::add);
        AxisSpec drift = new AxisSpec("Relative drift \u03c3/G (%)", AxisScale.LINEAR, -5, 1000, 5);
        return Optional.of(new LineChart("", drift, ACCURACY, series, clean(model), false));
    }

    private static Optional<LineSeries> sweepSeries(
            ChartsViewModel model,
            String id,
            String name,
            SeriesTint tint,
            ToDoubleFunction<DriftSweepPoint> mean,
            ToDoubleFunction<DriftSweepPoint> spread) {
        List<LinePoint> points = model.driftSweep().stream()
                .filter(point -> Double.isFinite(mean.applyAsDouble(point)))
                .map(point -> new LinePoint(
                        100 * point.relativeDrift(),
                        100 * mean.applyAsDouble(point),
                        100 * spread.applyAsDouble(point),
                        ""))
                .toList();
        return points.isEmpty() ? Optional.empty() : Optional.of(new LineSeries(id, name, tint, true, points));
    }

    private static List<ReferenceLine> clean(ChartsViewModel model) {
        return reference("clean", model.cleanProperty().get(), SeriesTint.CLEAN).stream()
                .toList();
    }

    private static Optional<ReferenceLine> reference(String name, double top1, SeriesTint tint) {
        return Double.isNaN(top1)
                ? Optional.empty()
                : Optional.of(
                        new ReferenceLine(String.format(Locale.ROOT, "%s %.1f", name, 100 * top1), 100 * top1, tint));
    }

    static Optional<BarChart> layerError(ChartsViewModel model) {
        List<LayerError> errors = model.layerErrors();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        List<BarSeries> series = new ArrayList<>();
        series.add(bars("before", "after drift", SeriesTint.DRIFTED, errors, LayerError::before));
        if (errors.stream().anyMatch(error -> Double.isFinite(error.after()))) {
            series.add(bars("after", "after calibration", SeriesTint.calibrated(), errors, LayerError::after));
        }
        List<String> layers = errors.stream().map(LayerError::layer).toList();
        return Optional.of(new BarChart("", "Squared feature error per output", layers, series));
    }

    private static BarSeries bars(
            String id, String name, SeriesTint tint, List<LayerError> errors, ToDoubleFunction<LayerError> value) {
        return new BarSeries(
                id, name, tint, errors.stream().map(value::applyAsDouble).toList());
    }

    static Optional<ConfusionChart> classes(ChartsViewModel model) {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        return Optional.ofNullable(confusions).flatMap(known -> known.of(state)
                .map(counts -> new ConfusionChart("", known.classes(), counts, state.tint())));
    }
}
