package org.driftscope.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.driftscope.ui.task.JobMonitor;
import org.driftscope.ui.task.JobTicket;

/** The bottom row: the jobs that run and wait, each with Cancel, to the left, the session to the right. */
final class StatusRow extends HBox {
    private static final double WIDEST = 480;

    private final List<JobMonitor> monitors;
    private final Label ready = new Label();
    private final HBox running = new HBox(12);
    private final MenuButton waiting = new MenuButton();

    /**
     * @param monitors whose jobs are shown, the window's own first
     * @param following what is being brought up to date on the screen; "" where nothing is
     * @param news what was opened last
     * @param offer stands beside the session
     */
    StatusRow(
            List<JobMonitor> monitors,
            ObservableValue<String> following,
            ReadOnlyStringProperty news,
            ReadOnlyStringProperty session,
            Node offer) {
        this.monitors = List.copyOf(monitors);
        ready.textProperty().bind(following.map(doing -> doing.isEmpty() ? "Ready" : doing));
        ready.setMinWidth(USE_PREF_SIZE);
        setId("status");
        getStyleClass().add("status-bar-row");
        running.setId("status-jobs");
        running.setAlignment(Pos.CENTER_LEFT);
        waiting.setId("status-waiting");
        waiting.setTooltip(new Tooltip("Jobs that start when those before them have ended"));
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Label file = new Label();
        file.setId("status-session");
        file.getStyleClass().add("muted");
        file.textProperty().bind(session);
        getChildren().addAll(ready, running, waiting, opened(news), space, offer, file);
        monitors.forEach(monitor -> monitor.tickets().addListener((ListChangeListener<JobTicket>) change -> show()));
        show();
    }

    private Stream<JobTicket> tickets() {
        return monitors.stream().flatMap(monitor -> monitor.tickets().stream());
    }

    private void show() {
        List<Node> rows = new ArrayList<>();
        waiting.getItems().clear();
        tickets().forEach(ticket -> {
            if (rows.isEmpty()
                    || monitors.stream().noneMatch(monitor -> monitor.queued().indexOf(ticket) > 0)) {
                rows.add(job(ticket, rows.isEmpty() ? "" : "-" + (rows.size() + 1)));
            } else {
                waiting.getItems().add(entry(ticket));
            }
        });
        running.getChildren().setAll(rows);
        showOnly(ready, rows.isEmpty());
        ready.setId(rows.isEmpty() ? "status-stage" : "status-ready");
        showOnly(waiting, !waiting.getItems().isEmpty());
        waiting.setText(waiting.getItems().size() + " waiting");
    }

    private static void showOnly(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /** @param suffix of the ids, so that there is one of each */
    private static HBox job(JobTicket ticket, String suffix) {
        Label stage = new Label();
        stage.setId("status-stage" + suffix);
        stage.textProperty()
                .bind(ticket.stageProperty()
                        .map(text -> text.startsWith(ticket.title()) ? text : ticket.title() + ": " + text));
        stage.setTooltip(new Tooltip(ticket.title()));
        ProgressBar bar = new ProgressBar();
        bar.setId("status-progress" + suffix);
        bar.setAccessibleText("Progress of " + ticket.title());
        bar.progressProperty().bind(ticket.fractionProperty());
        Label timeLeft = new Label();
        timeLeft.setId("status-time-left" + suffix);
        timeLeft.textProperty().bind(ticket.timeLeftProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("cancel" + suffix);
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setTooltip(new Tooltip(
                "Stop " + ticket.title() + "; what it has finished is kept" + (suffix.isEmpty() ? " (Escape)" : "")));
        cancel.setOnAction(event -> ticket.cancel());
        // the button first: where words before it change, it would move from under the pointer
        HBox job = new HBox(8, cancel, stage, bar, timeLeft);
        job.setAlignment(Pos.CENTER_LEFT);
        return job;
    }

    private static CustomMenuItem entry(JobTicket ticket) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setTooltip(new Tooltip("Take " + ticket.title() + " out of the queue"));
        cancel.setOnAction(event -> ticket.cancel());
        HBox row = new HBox(12, new Label(ticket.title()), space, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        CustomMenuItem item = new CustomMenuItem(row);
        item.setHideOnClick(false);
        item.setOnAction(event -> ticket.cancel());
        return item;
    }

    /** What was opened last; while a job runs, that has the room. */
    private static Label opened(ReadOnlyStringProperty news) {
        Label line = new Label();
        line.setId("status-opened");
        line.setMinWidth(0);
        line.textProperty().bind(news);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        whole.textProperty().bind(news);
        line.setTooltip(whole);
        return line;
    }
}
