package org.driftscope.ui.charts.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.driftscope.evaluation.Mistakes;
import org.driftscope.figure.chart.CaptionedFigure;
import org.driftscope.figure.chart.Figure;
import org.driftscope.figure.chart.SeriesTint;
import org.driftscope.figure.chart.bar.BarChart;
import org.driftscope.figure.chart.bar.BarSeries;
import org.driftscope.figure.chart.map.ConfusionChart;
import org.driftscope.report.cost.InferenceFigure;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.Confusions;
import org.driftscope.ui.charts.model.FigureSource;
import org.driftscope.ui.charts.model.LayerErrorBar;
import org.driftscope.ui.charts.model.RecoveryPoint;

/** The figures of a view model's values; empty where there is nothing to show yet. */
public final class ChartFigures {
    private ChartFigures() {}

    public static Optional<Figure> recovery(ChartsViewModel model) {
        RecoveryLook look = new RecoveryLook(
                model.recoveryAcrossProperty().get(),
                model.recoveryAxisProperty().get(),
                model.barsProperty().get(),
                model.paretoFrontProperty().get());
        List<RecoveryPoint> placed = model.placedPoints();
        return RecoveryFigure.of(placed, look, model.shownPoints().size() - placed.size());
    }

    public static Optional<Figure> driftSweep(ChartsViewModel model) {
        return DriftSweepFigure.of(model.driftSweep(), model.sweepMadeProperty().get());
    }

    static Optional<BarChart> layerError(ChartsViewModel model) {
        List<LayerErrorBar> errors = model.layerErrors();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        List<BarSeries> series = new ArrayList<>();
        series.add(bars("before", "after drift", SeriesTint.DRIFTED, errors, LayerErrorBar::before));
        if (errors.stream().anyMatch(error -> Double.isFinite(error.after()))) {
            series.add(bars("after", "after calibration", SeriesTint.calibrated(), errors, LayerErrorBar::after));
        }
        List<String> layers = errors.stream().map(LayerErrorBar::layer).toList();
        return Optional.of(
                new BarChart("", "RMS feature error (% of the output's standard deviation)", layers, series));
    }

    /** With the line that says what it was made with. */
    public static Optional<Figure> layerErrorFigure(ChartsViewModel model) {
        return layerError(model)
                .map(chart -> captioned(chart, model.layerSourceProperty().get()));
    }

    /** What an inference takes and methods add to it. */
    public static Optional<Figure> inference(ChartsViewModel model) {
        return Optional.ofNullable(model.inferenceProperty().get()).map(InferenceFigure::of);
    }

    private static Figure captioned(Figure chart, FigureSource source) {
        return source.words().isEmpty() ? chart : new CaptionedFigure(chart, source.words());
    }

    private static BarSeries bars(
            String id,
            String name,
            SeriesTint tint,
            List<LayerErrorBar> errors,
            ToDoubleFunction<LayerErrorBar> value) {
        return new BarSeries(
                id,
                name,
                tint,
                errors.stream().map(error -> 100 * value.applyAsDouble(error)).toList());
    }

    /** The matrix, or the worst pairs where there are many classes, with the line that says what it was made with. */
    public static Optional<Figure> classesFigure(ChartsViewModel model) {
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
    public static Optional<ConfusionChart> classes(ChartsViewModel model) {
        Confusions.State state = model.confusionStateProperty().get();
        return Optional.ofNullable(model.confusionsProperty().get())
                .filter(Confusions::fitsMatrix)
                .flatMap(known -> known.of(state).map(mistakes -> matrix(known, state, mistakes)));
    }

    private static ConfusionChart matrix(Confusions known, Confusions.State state, Mistakes mistakes) {
        return new ConfusionChart("", known.classes(), mistakes.matrix(), state.tint());
    }
}
