package org.driftscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.driftscope.evaluation.Mistakes;
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
                model.barsProperty().get(),
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

    /** The matrix, or the worst pairs where there are many classes, with the line that says what it was made with. */
    static Optional<Figure> classesFigure(ChartsViewModel model) {
        Confusions confusions = model.confusionsProperty().get();
        Confusions.State state = model.confusionStateProperty().get();
        if (confusions == null) {
            return Optional.empty();
        }
        FigureSource source = confusions.source(state);
        String words = source.words().isEmpty() ? "" : state.label() + " \u00b7 " + source.words();
        FigureSource named = new FigureSource(words, source.data());
        return confusions
                .of(state)
                .map(mistakes -> confusions.fitsMatrix()
                        ? matrix(confusions, state, mistakes)
                        : new WorstPairs(confusions.classes(), mistakes).figure(state.tint()))
                .map(chart -> captioned(chart, named));
    }

    /** The matrix, where there are few enough classes for it. */
    static Optional<ConfusionChart> classes(ChartsViewModel model) {
        Confusions.State state = model.confusionStateProperty().get();
        return Optional.ofNullable(model.confusionsProperty().get())
                .filter(Confusions::fitsMatrix)
                .flatMap(known -> known.of(state).map(mistakes -> matrix(known, state, mistakes)));
    }

    private static ConfusionChart matrix(Confusions known, Confusions.State state, Mistakes mistakes) {
        return new ConfusionChart("", known.classes(), mistakes.matrix(), state.tint());
    }
}
