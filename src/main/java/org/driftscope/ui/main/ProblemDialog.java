package org.driftscope.ui.main;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.driftscope.ui.control.OverWindow;
import org.driftscope.ui.task.Problem;
import org.driftscope.ui.task.ProblemSink;
import org.driftscope.ui.theme.Appearance;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One dialog for every error: what happened, what to do, details to copy. What comes while one is shown is shown after it,
 * each sentence once; beyond a few they only stand in the log.
 */
final class ProblemDialog implements ProblemSink {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemDialog.class);

    private static final int MOST_WAITING = 3;

    private final Window owner;
    private final Appearance appearance;
    private final Deque<Problem> waiting = new ArrayDeque<>();
    private @Nullable Problem shown;

    ProblemDialog(Window owner, Appearance appearance) {
        this.owner = owner;
        this.appearance = appearance;
    }

    @Override
    public void show(Problem problem) {
        LOG.warn("{} {}\n{}", problem.sentence(), problem.remedy(), problem.details());
        if (shown == null) {
            open(problem);
        } else if (!says(shown, problem)
                && waiting.size() < MOST_WAITING
                && waiting.stream().noneMatch(one -> says(one, problem))) {
            waiting.add(problem);
        }
    }

    private static boolean says(Problem one, Problem other) {
        return one.sentence().equals(other.sentence());
    }

    private void open(Problem problem) {
        Alert alert = alert(problem);
        shown = problem;
        alert.setOnHidden(event -> {
            shown = null;
            Problem next = waiting.poll();
            if (next != null) {
                open(next);
            }
        });
        // not showAndWait: a nested event loop would keep jobs from publishing in order
        alert.show();
        alert.getDialogPane().lookupButton(ButtonType.CLOSE).requestFocus();
    }

    private Alert alert(Problem problem) {
        ButtonType copy = new ButtonType("Copy details", ButtonData.LEFT);
        Alert alert = new Alert(AlertType.ERROR, problem.remedy(), ButtonType.CLOSE);
        OverWindow.place(alert, owner);
        alert.setTitle("Driftscope");
        alert.setHeaderText(problem.sentence());
        alert.getDialogPane().setId("problem");
        FontIcon sign = FontIcon.of(MaterialDesignA.ALERT_CIRCLE_OUTLINE);
        sign.getStyleClass().add("problem-sign");
        alert.setGraphic(sign);
        appearance.dress(alert.getDialogPane());
        if (!problem.details().isEmpty()) {
            alert.getButtonTypes().add(copy);
            alert.getDialogPane().lookupButton(copy).addEventFilter(ActionEvent.ACTION, event -> {
                event.consume();
                copy(problem);
            });
            TextArea details = new TextArea(problem.details());
            details.setEditable(false);
            alert.getDialogPane().setExpandableContent(details);
        }
        return alert;
    }

    private static void copy(Problem problem) {
        ClipboardContent content = new ClipboardContent();
        content.putString(problem.sentence() + "\n" + problem.remedy() + "\n\n" + problem.details());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
