package org.driftscope.ui.charts;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.calibration.spec.Upkeep;
import org.driftscope.experiment.setting.Settings;
import org.driftscope.figure.chart.HitArea;
import org.driftscope.support.text.Wording;
import org.driftscope.ui.charts.figure.ChartFigures;
import org.driftscope.ui.charts.figure.DriftSweepFigure;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.SweepMade;
import org.driftscope.ui.charts.model.SweepReading;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.NumberField;
import org.driftscope.ui.control.age.AgeWord;
import org.driftscope.ui.task.BackgroundRunner;

/** Accuracy against the strength or the time of drift, and the sweep that measures it. */
final class DriftSweepTab extends BorderPane {
    private static final String NOTHING_YET = "Run the sweep to see accuracy against drift.";

    private static final String NOTE =
            "Mean and standard deviation over three chips, from the seed that is set on, with the present settings.";
    private static final Explained KEPT_FROM = new Explained(
            "Kept from",
            "The chip is calibrated once more, at this age, and what was fitted is kept while it grows older: a series of"
                    + " its own. Empty: no such series.");

    private static final Explained UPKEEP = new Explained(
            "And then",
            Settings.UPKEEP.words().meaning().text(),
            Settings.UPKEEP.words().meaning().formula(),
            "");

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
        NumberField kept =
                new NumberField("sweep-kept-from", new AgeWord("no series"), model.sweepKeptFromProperty(), () -> {});
        Label note = new Label();
        note.textProperty().bind(kept.refusalProperty().map(refusal -> refusal.isEmpty() ? NOTE : refusal));
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
                                    + " device ages: drifted, calibrated at each, and calibrated once and kept."));
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
        VBox side = new VBox(run, progress, keptFrom(kept), upkeep(), note);
        side.getStyleClass().add("chart-side");
        return side;
    }

    private void redraw() {
        card.show(ChartFigures.driftSweep(model));
    }

    private static String series(String id, SweepMade made) {
        if (id.equals("drifted")) {
            return "Drifted";
        }
        return "Calibrated: " + (id.equals(DriftSweepFigure.KEPT) ? made.keptName() : made.method());
    }

    /** How often the chips had been calibrated by then; nothing of those that are calibrated once. */
    private String calibrations(SweepMade made, double place) {
        if (made.upkeep().equals(Upkeep.once())) {
            return "";
        }
        return model.driftSweep().stream()
                .filter(reading -> made.axis().place(reading.strength()) == place)
                .map(SweepReading::kept)
                .filter(Objects::nonNull)
                .mapToLong(SweepReading.Kept::calibrations)
                .average()
                .stream()
                .mapToObj(mean -> mean == 1
                        ? "\nCalibrated once so far"
                        : "\nCalibrated " + Wording.plain(mean) + " times so far")
                .findFirst()
                .orElse("");
    }

    /** From which age a calibration is kept, beside one at each age; there while the device ages. */
    private HBox keptFrom(NumberField field) {
        Label name = HoverCard.label(KEPT_FROM, field.field());
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, field.field());
        row.setId("sweep-kept");
        row.getStyleClass().add("sweep-kept");
        row.visibleProperty().bind(model.sweepKeepsProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /** How the kept calibration is looked after; there while there is one. */
    private HBox upkeep() {
        ComboBox<String> choice = Choice.of(
                "sweep-upkeep",
                List.copyOf(Settings.UPKEEP.words().choices().keySet()),
                model.sweepUpkeepProperty(),
                Settings.UPKEEP.words()::choice);
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.ALWAYS);
        Label name = HoverCard.label(UPKEEP, choice);
        name.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, choice);
        row.getStyleClass().add("sweep-kept");
        row.visibleProperty()
                .bind(model.sweepKeepsProperty()
                        .and(model.sweepKeptFromProperty().greaterThan(0)));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private String explain(HitArea hit) {
        SweepMade made = model.sweepMadeProperty().get();
        return DriftSweepFigure.chart(model.driftSweep(), made).stream()
                .flatMap(chart -> chart.series().stream())
                .filter(series -> series.id().equals(hit.seriesId()))
                .map(series -> series.points().get(hit.pointIndex()))
                .map(point -> String.format(
                        Locale.ROOT,
                        "%s%nTop-1 %.1f \u00b1 %.1f %% %s%s",
                        series(hit.seriesId(), made),
                        point.y(),
                        point.error(),
                        made.axis().words(point.x()),
                        hit.seriesId().equals(DriftSweepFigure.KEPT) ? calibrations(made, point.x()) : ""))
                .findFirst()
                .orElse("");
    }
}
