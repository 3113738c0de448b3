package org.driftscope.ui.lessons;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.io.lesson.Lesson;
import org.driftscope.ui.control.Reveal;
import org.driftscope.ui.lessons.LessonPage.Mood;
import org.jspecify.annotations.Nullable;

/** One step of a lesson: its texts, which scroll, above the ways on and back, which stay. */
final class StepPane extends VBox {
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final LessonViewModel model;
    private final ProgressDots dots = new ProgressDots();
    private final Label place = new Label();
    private final Label title = label("lesson-step", "tour-title");
    private final LessonText text;
    private final PredictionPane prediction;
    private final LessonText task;
    private final Label status = label("lesson-status", "muted");
    private final Button remedy = new Button();
    private final Label verdict = label("lesson-verdict", "lesson-verdict");
    private final LessonText after;
    private final Label questions = label("lesson-questions", "muted");
    private final Label word = label("lesson-word-meaning", "lesson-meaning");
    private final Button back;
    private final Button show;
    private final Button on;
    private final ScrollPane scroll;
    private int shownStep = -1;
    private Mood shownMood = Mood.DONE;

    StepPane(LessonViewModel model) {
        this.model = model;
        setId("lesson-page");
        getStyleClass().add("lesson-page");
        text = new LessonText("lesson-text", this::explain);
        task = new LessonText("lesson-task", this::explain);
        after = new LessonText("lesson-after", this::explain);
        task.getStyleClass().add("lesson-task");
        after.getStyleClass().add("lesson-after");
        prediction = new PredictionPane(model::predict);
        remedy.setId("lesson-remedy");
        remedy.managedProperty().bind(remedy.visibleProperty());
        back = button("lesson-back", "Back", "The step before (Shift+F8)", model::back);
        show = button("lesson-show", "Show me", "Do this step", model::show);
        on = button("lesson-next", "Next", "The next step (F8)", model::next);
        show.managedProperty().bind(show.visibleProperty());
        VBox content = new VBox(title, text, prediction, task, status, remedy, verdict, after, questions, word);
        content.getStyleClass().add("lesson-content");
        scroll = new ScrollPane(content);
        scroll.setId("lesson-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("help-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        place.getStyleClass().add("muted");
        place.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(dots, Priority.ALWAYS);
        HBox way = new HBox(dots, place);
        way.getStyleClass().add("lesson-way");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(back, space, show, on);
        row.getStyleClass().add("lesson-row");
        getChildren().addAll(way, scroll, row);
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static Button button(String id, String text, String hint, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(hint));
        button.setOnAction(event -> action.run());
        return button;
    }

    void show(LessonPage page) {
        boolean another = page.index() != shownStep;
        boolean here = another && hasFocusInside();
        shownStep = page.index();
        dots.show(page.index(), page.count());
        place.setText((page.index() + 1) + " of " + page.count());
        title.setText(page.title());
        text.show(page.text());
        boolean ready = page.mood() != Mood.ELSEWHERE;
        prediction.ask(ready ? page.prediction() : null, page.predicted(), page.mood() != Mood.DONE);
        boolean tasked = page.mood() == Mood.DO || page.mood() == Mood.DONE;
        task.show(tasked ? page.task() : List.of());
        task.pseudoClassStateChanged(DONE, page.mood() == Mood.DONE);
        status.setText(status(page));
        remedy(page.mood());
        verdict.setText(page.verdict());
        after.show(page.after());
        questions.setText(page.questions().isEmpty() ? "" : "For the worksheet: " + String.join(" ", page.questions()));
        back.setDisable(page.index() == 0);
        show.setVisible(page.shows() && page.mood() == Mood.DO);
        on.setText(page.wayOn());
        if (page.mood() == Mood.DONE) {
            if (!on.getStyleClass().contains("accent")) {
                on.getStyleClass().add("accent");
            }
        } else {
            on.getStyleClass().remove("accent");
        }
        if (another) {
            word.setText("");
            scroll.setVvalue(0);
            shownMood = page.mood();
        }
        reveal(page.mood());
        if (here) {
            on.requestFocus();
        }
    }

    /** What is new of a step is seen at once: its task, then what came of it. */
    private void reveal(Mood mood) {
        if (mood == shownMood) {
            return;
        }
        shownMood = mood;
        Node fresh = mood == Mood.DONE && after.isVisible() ? after : mood == Mood.PREDICT ? prediction : task;
        // the texts that changed have new heights
        applyCss();
        layout();
        Reveal.scrollTo(fresh);
    }

    private static String status(LessonPage page) {
        if (page.mood() == Mood.DONE && !page.task().isEmpty()) {
            return "Done.";
        }
        return page.mood() == Mood.PREDICT && !page.task().isEmpty()
                ? "Predict first, then do it."
                : page.mood().words();
    }

    private void remedy(Mood mood) {
        remedy.setVisible(mood == Mood.ELSEWHERE || mood == Mood.MISSED);
        remedy.setText(mood == Mood.ELSEWHERE ? "Open the sample" : "Start this step again");
        remedy.setOnAction(event -> {
            if (mood == Mood.ELSEWHERE) {
                model.openSample();
            } else {
                model.again();
            }
        });
    }

    private void explain(String asked) {
        Lesson lesson = model.lesson();
        word.setText(lesson == null ? "" : asked + ": " + lesson.meaning(asked));
    }

    private boolean hasFocusInside() {
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        for (@Nullable Node node = focused; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }
}
