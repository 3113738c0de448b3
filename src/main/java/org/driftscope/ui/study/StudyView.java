package org.driftscope.ui.study;

import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.FigurePane;
import org.driftscope.ui.control.table.CostTable;
import org.driftscope.ui.task.BackgroundRunner;
import org.driftscope.ui.task.JobMonitor;

/** A study: the question above, the grid of trials beside the figure, and what to do with it below. */
public final class StudyView extends BorderPane {
    private final StudyViewModel model;
    private final StudySource source;
    private final FigurePane figure;

    /** @param runner draws the figure */
    public StudyView(StudyViewModel model, StudySource source, BackgroundRunner runner) {
        this.model = model;
        this.source = source;
        this.figure = new FigurePane(runner);
        setId("study");
        getStyleClass().add("study");
        getStylesheets()
                .add(Objects.requireNonNull(StudyView.class.getResource("study.css"))
                        .toExternalForm());
        setTop(new VBox(new StudyForm(model, source), progress()));
        SplitPane split = new SplitPane(new TrialTable(model), picture());
        split.setDividerPositions(0.6);
        setCenter(new StackPane(split, costs()));
        split.visibleProperty().bind(model.asksForCosts().not());
        setBottom(actions());
    }

    /** The figure, whose theme follows the window. */
    public FigurePane figure() {
        return figure;
    }

    private HBox progress() {
        JobMonitor monitor = model.monitor();
        Button run = button("study-run", "Run", "Run the trials; what the archive has is not computed again");
        run.getStyleClass().add("accent");
        run.setDefaultButton(true);
        run.setOnAction(event -> model.run());
        run.disableProperty().bind(monitor.runningProperty());
        Button cancel = button("study-cancel", "Cancel", "Stop; what has finished stays in the archive");
        cancel.setOnAction(event -> model.cancel());
        cancel.disableProperty().bind(monitor.runningProperty().not());
        ProgressBar bar = new ProgressBar();
        bar.setId("study-progress");
        bar.setAccessibleText("Progress of the study");
        bar.progressProperty().bind(monitor.fractionProperty());
        bar.visibleProperty().bind(monitor.runningProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label stage = new Label();
        stage.setId("study-stage");
        stage.textProperty().bind(monitor.stageProperty());
        Label left = new Label();
        left.setId("study-time-left");
        left.getStyleClass().add("muted");
        left.textProperty().bind(monitor.timeLeftProperty());
        HBox row = new HBox(run, cancel, bar, stage, left);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("study-row", "study-progress");
        return row;
    }

    private CostTable costs() {
        CostTable table = new CostTable(model.costs());
        table.setId("study-costs");
        table.setPlaceholder(new Label("Run it to see what each method costs."));
        table.visibleProperty().bind(model.asksForCosts());
        return table;
    }

    private StackPane picture() {
        figure.setId("study-figure");
        figure.figureProperty().bind(model.drawing().figureProperty());
        Label empty = new Label();
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        empty.textProperty()
                .bind(model.drawing()
                        .findingsProperty()
                        .map(found -> "Nothing that was swept makes an axis.")
                        .orElse("The figure fills in as trials finish."));
        empty.visibleProperty().bind(model.drawing().figureProperty().isNull());
        StackPane pane = new StackPane(figure, empty);
        pane.getStyleClass().add("study-picture");
        pane.setMinSize(0, 0);
        return pane;
    }

    private HBox actions() {
        Label outcome = new Label();
        outcome.setId("study-outcome");
        outcome.setMinWidth(0);
        outcome.setMaxWidth(Double.MAX_VALUE);
        outcome.textProperty().bind(model.outcomeProperty());
        HBox.setHgrow(outcome, Priority.ALWAYS);
        Button open = button("study-open-folder", "Open folder", "Show the files in the system's file browser");
        open.disableProperty().bind(model.writtenProperty().isNull());
        open.setOnAction(event -> {
            if (model.writtenProperty().get() != null) {
                source.browse(model.writtenProperty().get());
            }
        });
        Button save = button(
                "study-save",
                "Save…",
                "Write figures, tables and the experiment files that repeat the study to a folder");
        save.disableProperty().bind(model.isSavable().not());
        save.setOnAction(event -> source.chooseFolder().ifPresent(model::save));
        HBox row = new HBox(outcome, open, save);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("study-row", "study-actions");
        return row;
    }

    private static Button button(String id, String text, String meaning) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        return button;
    }
}
