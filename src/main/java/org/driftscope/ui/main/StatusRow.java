package org.driftscope.ui.main;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.driftscope.ui.task.JobMonitor;

/** The bottom row: work in progress with Cancel to the left, the session to the right. */
final class StatusRow extends HBox {
    StatusRow(JobMonitor monitor, ReadOnlyStringProperty session) {
        setId("status");
        getStyleClass().add("status-bar-row");
        Label stage = new Label();
        stage.setId("status-stage");
        stage.textProperty().bind(monitor.stageProperty().map(text -> text.isEmpty() ? "Ready" : text));
        ProgressBar bar = new ProgressBar();
        bar.setId("status-progress");
        bar.setAccessibleText("Progress");
        bar.progressProperty().bind(monitor.fractionProperty());
        Label timeLeft = new Label();
        timeLeft.setId("status-time-left");
        timeLeft.textProperty().bind(monitor.timeLeftProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("cancel");
        cancel.setTooltip(new Tooltip("Stop this job and leave everything as it was (Escape)"));
        cancel.setOnAction(event -> monitor.cancel());
        HBox job = new HBox(8, bar, timeLeft, cancel);
        job.setAlignment(Pos.CENTER_LEFT);
        job.visibleProperty().bind(monitor.runningProperty());
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Label file = new Label();
        file.setId("status-session");
        file.getStyleClass().add("muted");
        file.textProperty().bind(session);
        getChildren().addAll(stage, job, space, file);
    }
}
