package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.driftscope.figure.chart.BarChart;
import org.driftscope.figure.chart.BarSeries;
import org.driftscope.figure.chart.ConfusionChart;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;

/** The figures of a view model's values; empty where there is nothing to show yet. */
final class ChartFigures {
    private ChartFigures() {}

    static Optional<Figure> recovery(ChartsViewModel model) {
        return RecoveryFigure.of(
                model.shownPoints(),
                model.recoveryAxisProperty().get(),
                model.paretoFrontProperty().get());
    }

    static Optional<Figure> driftSweep(ChartsViewModel model) {
        return DriftSweepFigure.of(model.driftSweep(), model.sweepMadeProperty().get());
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
        return Optional.of(
                new BarChart("", "RMS feature error (% of the output's standard deviation)", layers, series));
    }

    private static BarSeries bars(
            String id, String name, SeriesTint tint, List<LayerError> errors, ToDoubleFunction<LayerError> value) {
        return new BarSeries(
                id,
                name,
                tint,
                errors.stream().map(error -> 100 * value.applyAsDouble(error)).toList());
    }

    static Optional<ConfusionChart> classes(ChartsViewModel model) {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        return Optional.ofNullable(confusions).flatMap(known -> known.of(state)
                .map(counts -> new ConfusionChart("", known.classes(), counts, state.tint())));
    }
}
