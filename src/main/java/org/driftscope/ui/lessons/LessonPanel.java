package org.driftscope.ui.lessons;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.driftscope.io.lesson.Lesson;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/** Lessons to choose from, or the step of one. */
public final class LessonPanel extends VBox {
    private final LessonViewModel model;
    private final LessonActions actions;
    private final Label title = new Label("Lessons");
    private final MenuButton menu = new MenuButton("", FontIcon.of(MaterialDesignD.DOTS_VERTICAL));
    private final StepPane step;
    private final LessonChoicePane choice;

    public LessonPanel(LessonViewModel model, LessonActions actions) {
        this.model = model;
        this.actions = actions;
        setId("lesson");
        getStyleClass().addAll("side-panel", "lesson");
        step = new StepPane(model);
        choice = new LessonChoicePane(model, actions);
        title.setId("lesson-title");
        title.getStyleClass().add("panel-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        menu.setId("lesson-menu");
        menu.getStyleClass().add("flat");
        menu.setAccessibleText("Lesson");
        menu.setTooltip(new Tooltip("Scenes, worksheet, other lessons"));
        menu.setMinWidth(USE_PREF_SIZE);
        Button close = new Button("", FontIcon.of(MaterialDesignC.CLOSE));
        close.setId("lesson-close");
        close.getStyleClass().add("flat");
        close.setAccessibleText("Close the lesson");
        close.setTooltip(new Tooltip("Close; the lesson can be gone on with later (Esc, or F7)"));
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        HBox head = new HBox(title, menu, close);
        head.getStyleClass().add("lesson-head");
        getChildren().add(head);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        model.pageProperty().subscribe(this::show);
        model.shownProperty().subscribe(shown -> show(model.pageProperty().get()));
    }

    private void show(@Nullable LessonPage page) {
        VBox part = page == null ? choice : step;
        if (getChildren().size() == 1 || getChildren().get(1) != part) {
            VBox.setVgrow(part, Priority.ALWAYS);
            getChildren().setAll(getChildren().get(0), part);
        }
        menu.setVisible(page != null);
        if (page == null) {
            title.setText("Lessons");
            choice.refresh(model::give);
        } else {
            if (!title.getText().equals(page.lesson()) || menu.getItems().isEmpty()) {
                fillMenu();
            }
            title.setText(page.lesson());
            step.show(page);
        }
    }

    private void fillMenu() {
        menu.getItems().clear();
        Lesson lesson = model.lesson();
        if (lesson == null) {
            return;
        }
        lesson.scenes().values().forEach(scene -> {
            MenuItem item = item("Scene: " + scene.title(), () -> model.jump(scene));
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        });
        if (!lesson.scenes().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .addAll(
                        item("Start this step again", model::again),
                        item("Save worksheet…", actions.worksheet()),
                        item("All lessons", model::choose));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
