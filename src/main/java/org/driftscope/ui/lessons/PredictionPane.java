package org.driftscope.ui.lessons;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.driftscope.io.lesson.LessonFigure;
import org.driftscope.io.lesson.LessonPrediction;
import org.jspecify.annotations.Nullable;

/** What a step asks before it is done: options to choose from, or a number to guess. */
final class PredictionPane extends VBox {
    private final Consumer<String> predicted;
    private @Nullable LessonPrediction asked;

    PredictionPane(Consumer<String> predicted) {
        this.predicted = predicted;
        setId("lesson-prediction");
        getStyleClass().add("lesson-prediction");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /**
     * Asks something, if it is not what is asked already.
     *
     * @param answer given before; "" for none
     * @param open whether an answer can still be given
     */
    void ask(@Nullable LessonPrediction prediction, String answer, boolean open) {
        if (prediction != asked) {
            asked = prediction;
            getChildren().clear();
            setVisible(prediction != null);
            if (prediction != null) {
                fill(prediction, answer);
            }
        }
        getChildren().stream().skip(1).forEach(node -> node.setDisable(!open));
    }

    private void fill(LessonPrediction prediction, String answer) {
        Label question = new Label(prediction.ask());
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.getStyleClass().add("lesson-question");
        getChildren().add(question);
        LessonFigure number = prediction.number();
        if (number == null) {
            options(prediction, answer);
        } else {
            number(number, question);
        }
    }

    private void options(LessonPrediction prediction, String answer) {
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < prediction.options().size(); i++) {
            String text = prediction.options().get(i).text();
            RadioButton button = new RadioButton(text);
            button.setId("lesson-option-" + (i + 1));
            button.setMnemonicParsing(false);
            button.setWrapText(true);
            button.setMinHeight(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setSelected(text.equals(answer));
            button.setOnAction(event -> predicted.accept(text));
            getChildren().add(button);
        }
    }

    private void number(LessonFigure figure, Label question) {
        TextField field = new TextField();
        field.setId("lesson-guess");
        field.setPrefColumnCount(6);
        question.setLabelFor(field);
        Label unit = new Label(unit(figure));
        Button button = new Button("Predict");
        button.setId("lesson-predict");
        button.setMinWidth(USE_PREF_SIZE);
        Label refusal = new Label();
        refusal.setId("lesson-guess-refusal");
        refusal.getStyleClass().add("refusal");
        Runnable give = () -> {
            try {
                double guess = Double.parseDouble(field.getText().strip().replace(',', '.'));
                refusal.setText("");
                predicted.accept(figure.text(guess));
            } catch (NumberFormatException e) {
                refusal.setText("Give a number.");
            }
        };
        field.setOnAction(event -> give.run());
        button.setOnAction(event -> give.run());
        HBox row = new HBox(field, unit, button);
        row.getStyleClass().add("lesson-guess");
        getChildren().addAll(row, refusal);
    }

    private static String unit(LessonFigure figure) {
        return figure.text(0).replaceFirst("^[0-9.]+ ?", "");
    }
}
