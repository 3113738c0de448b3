package org.driftscope.ui.charts;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.figure.DriftSweepFigure;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.task.BackgroundRunner;

/** Accuracy against the strength or the time of drift, and the sweep that measures it. */
final class DriftSweepTab extends BorderPane {
    private static final String NOTHING_YET = "Run the sweep to see accuracy against drift.";

    private final ChartsViewModel model;
    private final ChartActions actions;
    private final ChartCard card;

    DriftSweepTab(ChartsViewModel model, ChartActions actions, BackgroundRunner runner) {
        this.model = model;
        this.actions = actions;
        this.card = new ChartCard("drift-chart", NOTHING_YET, model, runner);
        setCenter(card.root());
        setTop(stale());
        setRight(side());
        card.pane().setFocusTraversable(true);
        new HoverText(card.pane(), this::explain);
        model.driftSweep().addListener((ListChangeListener<SweepReading>) change -> redraw());
        model.sweepMadeProperty().subscribe(value -> redraw());
    }

    private Label stale() {
        Label label = new Label();
        label.setId("drift-stale");
        label.getStyleClass().add("charts-stale");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.textProperty().bind(model.sweepStaleProperty());
        label.visibleProperty().bind(model.sweepStaleProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    FigurePane pane() {
        return card.pane();
    }

    private VBox side() {
        Label note = new Label(
                "Mean and standard deviation over three chips, from the seed that is set on, with the present settings.");
        note.setWrapText(true);
        note.getStyleClass().add("chart-note");
        Button run = new Button();
        run.setId("drift-run");
        run.setMaxWidth(Double.MAX_VALUE);
        model.sweepRunningProperty().subscribe(running -> {
            card.setHint(running ? "The first chip is being measured." : NOTHING_YET);
            run.setText(running ? "Stop" : "Run sweep");
            run.setTooltip(new Tooltip(
                    running
                            ? "Stops the sweep and keeps what it has measured."
                            : "Measures accuracy from 5 to 30 % relative drift, or from 1 s to 10 years where the"
                                    + " device ages, before and after calibration."));
        });
        run.setOnAction(event -> {
            if (model.sweepRunningProperty().get()) {
                actions.stopDriftSweep();
            } else {
                actions.runDriftSweep();
            }
        });
        ProgressBar progress = new ProgressBar();
        progress.setId("drift-progress");
        progress.setAccessibleText("Progress of the drift sweep");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.progressProperty().bind(model.sweepProgressProperty());
        progress.visibleProperty().bind(model.sweepRunningProperty());
        VBox side = new VBox(run, progress, note);
        side.getStyleClass().add("chart-side");
        return side;
    }

    private void redraw() {
        card.show(ChartFigures.driftSweep(model));
    }

    private String explain(HitArea hit) {
        SweepMade made = model.sweepMadeProperty().get();
        boolean drifted = hit.seriesId().equals("drifted");
        return DriftSweepFigure.chart(model.driftSweep(), made).stream()
                .flatMap(chart -> chart.series().stream())
                .filter(series -> series.id().equals(hit.seriesId()))
                .map(series -> series.points().get(hit.pointIndex()))
                .map(point -> String.format(
                        Locale.ROOT,
                        "%s%nTop-1 %.1f \u00b1 %.1f %% %s",
                        drifted ? "Drifted" : "Calibrated: " + made.method(),
                        point.y(),
                        point.error(),
                        made.axis().words(point.x())))
                .findFirst()
                .orElse("");
    }
}
