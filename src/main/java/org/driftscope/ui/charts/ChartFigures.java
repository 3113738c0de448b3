package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.driftscope.figure.chart.BarChart;
import org.driftscope.figure.chart.BarSeries;
import org.driftscope.figure.chart.CaptionedFigure;
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

    /** With the line that says what it was made with. */
    static Optional<Figure> layerErrorFigure(ChartsViewModel model) {
        return layerError(model)
                .map(chart -> captioned(chart, model.layerSourceProperty().get()));
    }

    private static Figure captioned(Figure chart, FigureSource source) {
        return source.words().isEmpty() ? chart : new CaptionedFigure(chart, source.words());
    }

    private static BarSeries bars(
            String id, String name, SeriesTint tint, List<LayerError> errors, ToDoubleFunction<LayerError> value) {
        return new BarSeries(
                id,
                name,
                tint,
                errors.stream().map(error -> 100 * value.applyAsDouble(error)).toList());
    }

    /** With the line that says what it was made with. */
    static Optional<Figure> classesFigure(ChartsViewModel model) {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        return classes(model).map(chart -> {
            FigureSource source = confusions == null ? FigureSource.NONE : confusions.source(state);
            String words = source.words().isEmpty() ? "" : state.label() + " \u00b7 " + source.words();
            return captioned(chart, new FigureSource(words, source.data()));
        });
    }

    static Optional<ConfusionChart> classes(ChartsViewModel model) {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        return Optional.ofNullable(confusions).flatMap(known -> known.of(state)
                .map(counts -> new ConfusionChart("", known.classes(), counts, state.tint())));
    }
}
