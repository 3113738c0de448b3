package org.driftscope.ui.lessons;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.driftscope.io.lesson.Lesson;

/** The lessons to choose from, each with how far it was gone through. */
final class LessonChoicePane extends VBox {
    private final LessonViewModel model;
    private final VBox list = new VBox();
    private final Label finished = new Label();
    private final Button worksheet = new Button("Save worksheet…");

    LessonChoicePane(LessonViewModel model, LessonActions actions) {
        this.model = model;
        setId("lesson-choice");
        getStyleClass().add("lesson-page");
        list.getStyleClass().add("lesson-content");
        finished.setId("lesson-finished");
        finished.setWrapText(true);
        finished.setMinHeight(USE_PREF_SIZE);
        finished.getStyleClass().add("lesson-verdict");
        worksheet.setId("lesson-worksheet");
        worksheet.setOnAction(event -> actions.worksheet().run());
        Button open = new Button("Open lesson…");
        open.setId("lesson-open");
        open.setOnAction(event -> actions.open().run());
        ScrollPane scroll = new ScrollPane(new VBox(finished, worksheet, list));
        scroll.getContent().getStyleClass().add("lesson-content");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("help-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, open);
        for (Node node : new Node[] {finished, worksheet}) {
            node.managedProperty().bind(node.visibleProperty());
        }
    }

    /** Lists them as they are now. */
    void refresh(Consumer<Lesson> chosen) {
        String done = model.finishedProperty().get();
        finished.setText("You have gone through “" + done + "”.");
        finished.setVisible(!done.isEmpty());
        worksheet.setVisible(!done.isEmpty());
        list.getChildren().clear();
        for (Lesson lesson : model.lessons()) {
            list.getChildren().add(item(lesson, chosen));
        }
    }

    private VBox item(Lesson lesson, Consumer<Lesson> chosen) {
        Hyperlink title = new Hyperlink(lesson.title());
        title.setId("lesson-item-" + (model.lessons().indexOf(lesson) + 1));
        title.setMnemonicParsing(false);
        title.setWrapText(true);
        title.getStyleClass().add("lesson-name");
        title.setAccessibleText(lesson.title() + ", " + state(lesson));
        title.setOnAction(event -> chosen.accept(lesson));
        VBox item = new VBox(title, line(lesson.about()), line(state(lesson)));
        item.getStyleClass().add("lesson-entry");
        return item;
    }

    private static Label line(String text) {
        Label line = new Label(text);
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        line.getStyleClass().add("muted");
        line.setVisible(!text.isEmpty());
        line.setManaged(!text.isEmpty());
        return line;
    }

    private String state(Lesson lesson) {
        int steps = lesson.steps().size();
        int done = model.stepsOf(lesson);
        if (done == 0) {
            return steps + " steps";
        }
        return done == steps ? "✓ " + steps + " steps, gone through" : done + " of " + steps + " steps";
    }
}
