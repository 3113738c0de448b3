package org.driftscope.ui.help;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What a step of the tour says, and in one place the way on: Next once its task is done, Skip until then. */
final class TourCard extends VBox {
    private final TourStep step;
    private final Button next;
    private final Button skip;
    private final Label task = new Label();
    private boolean done;

    TourCard(TourStep step, int index, int steps, Tour tour) {
        this.step = step;
        setId("tour");
        getStyleClass().add("tour-card");
        Label title = new Label(step.title());
        title.getStyleClass().add("tour-title");
        Label text = new Label(step.text());
        task.setId("tour-task");
        task.getStyleClass().add("tour-task");
        task.setText(step.task());
        task.setManaged(!step.task().isEmpty());
        for (Label line : new Label[] {title, text, task}) {
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
        }
        next = button("tour-next", index == steps - 1 ? "Done" : "Next", tour::next);
        skip = button("tour-skip", "Skip", tour::next);
        skip.visibleProperty().bind(next.disabledProperty());
        next.visibleProperty().bind(next.disabledProperty().not());
        next.setDisable(step.done() != null);
        Label place = new Label((index + 1) + " of " + steps);
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button back = button("tour-back", "Back", tour::back);
        back.setDisable(index == 0);
        StackPane on = new StackPane(skip, next);
        HBox row = new HBox(button("tour-leave", "Leave", tour::leave), place, space, back, on);
        row.getStyleClass().add("tour-row");
        getChildren().addAll(title, text, task, row);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Where the keyboard goes on. */
    Button way() {
        return next.isDisabled() ? skip : next;
    }

    /** Looks whether the task is done by now; once done it stays so. */
    void look() {
        if (!done && step.done() != null && step.isDone()) {
            done = true;
            boolean here = skip.isFocused();
            next.setDisable(false);
            task.setText("Done.");
            task.getStyleClass().add("done");
            if (here) {
                next.requestFocus();
            }
        }
    }
}
