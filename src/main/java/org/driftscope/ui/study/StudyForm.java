package org.driftscope.ui.study;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.evaluation.Spread;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.ListWords;
import org.jspecify.annotations.Nullable;

/** What is asked: a built-in study or an experiment file, and where its files go. */
final class StudyForm extends VBox {
    private static final int MOST_CHIPS = 1000;

    private final StudyViewModel model;

    StudyForm(StudyViewModel model, StudySource source) {
        this.model = model;
        getStyleClass().add("study-form");
        getChildren().addAll(what(source), question(), where(source));
        disableProperty().bind(model.monitor().runningProperty());
    }

    private HBox what(StudySource source) {
        ComboBox<String> study = new ComboBox<>();
        study.setId("study-name");
        study.getItems().setAll(Studies.QUESTIONS.keySet());
        study.getItems().add(Studies.COST);
        study.setConverter(new ListWords<>(Studies::label));
        study.valueProperty().bindBidirectional(model.studyProperty());
        Spinner<Integer> chips =
                spinner("study-chips", 1, MOST_CHIPS, model.chipsProperty().get());
        chips.valueProperty().subscribe(value -> model.chipsProperty().set(value));
        chips.disableProperty().bind(model.asksForCosts());
        Spinner<Integer> limit = spinner(
                "study-limit", 0, Integer.MAX_VALUE, model.limitProperty().get());
        limit.getValueFactory().setConverter(new LimitWords());
        limit.valueProperty().subscribe(value -> model.limitProperty().set(value));
        limit.disableProperty().bind(model.asksForCosts());
        ChoiceBox<Spread> bars = new ChoiceBox<>();
        bars.getItems().setAll(Spread.values());
        bars.setId("study-bars");
        bars.valueProperty().bindBidirectional(model.drawing().barsProperty());
        HBox builtIn = row(
                labelled(
                        study,
                        "Study",
                        "A question with a ready grid of trials. It runs on the open network, with the"
                                + " settings of the window for all that it does not vary."),
                study,
                labelled(chips, "Chips", "Number of chips of a kind, seeds 1, 2, … Their spread makes the error bars."),
                chips,
                labelled(limit, "Images", "Score with the first so many images only, or with all."),
                limit);
        builtIn.disableProperty().bind(model.experimentProperty().isNotNull());
        return row(
                builtIn,
                labelled(
                        bars,
                        "Bars",
                        "What the error bars are, in the figure and in the tables that are saved: how much chips differ"
                                + " (standard deviation), or how well their mean is known (95 % interval by Student's t)."),
                bars,
                space(),
                picker(
                        "study-experiment",
                        "Open experiment…",
                        "Run an experiment file, as driftscope run does, in place of a built-in study",
                        () -> source.chooseExperiment().ifPresent(model.experimentProperty()::set)));
    }

    private HBox question() {
        Label question = new Label();
        question.setId("study-question");
        question.getStyleClass().add("study-question");
        question.setMinWidth(0);
        question.textProperty()
                .bind(Bindings.createStringBinding(this::words, model.experimentProperty(), model.studyProperty()));
        Button clear = picker(
                "study-built-in", "Back to the studies", "Forget the experiment file", () -> model.experimentProperty()
                        .set(null));
        clear.visibleProperty().bind(model.experimentProperty().isNotNull());
        clear.managedProperty().bind(clear.visibleProperty());
        Label forecast = new Label();
        forecast.setId("study-forecast");
        forecast.getStyleClass().add("muted");
        forecast.setMinWidth(USE_PREF_SIZE);
        forecast.textProperty().bind(model.forecastProperty());
        return row(question, space(), forecast, clear);
    }

    private String words() {
        Path file = model.experimentProperty().get();
        if (model.asksForCosts().get()) {
            return "What does one calibration cost with each method? With the settings and device figures of the window.";
        }
        return file == null
                ? Studies.QUESTIONS.getOrDefault(model.studyProperty().get(), "")
                : "Experiment file " + file;
    }

    private HBox where(StudySource source) {
        TextField folder = new TextField();
        folder.setId("study-folder");
        folder.setPromptText("No files are written");
        folder.setEditable(false);
        HBox.setHgrow(folder, Priority.ALWAYS);
        ObjectProperty<@Nullable Path> chosen = model.folderProperty();
        folder.textProperty().bind(chosen.map(Path::toString).orElse(""));
        ChoiceBox<TrialColumn> column = new ChoiceBox<>();
        column.setId("study-column");
        column.getItems().setAll(TrialColumns.all());
        column.setConverter(new ListWords<>(TrialColumn::label));
        column.valueProperty().bindBidirectional(model.drawing().columnProperty());
        return row(
                labelled(
                        column,
                        "Drawn",
                        "Which number of the trials the figure shows. The accuracy after calibration stands among that after"
                                + " drift and that of the clean network."),
                column,
                labelled(
                        folder, "Folder", "Where figures, tables and experiment files go when the study has finished."),
                folder,
                picker("study-choose-folder", "Choose…", "Choose the folder for the files", () -> source.chooseFolder()
                        .ifPresent(chosen::set)));
    }

    private static Label labelled(Control control, String name, String meaning) {
        return HoverCard.label(new Explained(name, meaning), control);
    }

    private static Spinner<Integer> spinner(String id, int least, int most, int first) {
        Spinner<Integer> spinner = new Spinner<>(least, most, first);
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.getStyleClass().add("study-spinner");
        // typing counts without Enter
        spinner.focusedProperty().subscribe(focused -> spinner.commitValue());
        return spinner;
    }

    private static Button picker(String id, String text, String meaning, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("study-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
