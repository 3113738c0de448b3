package org.driftscope.ui.files;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import org.driftscope.ui.control.OverWindow;
import org.driftscope.ui.theme.Appearance;
import org.driftscope.ui.workspace.Asker;
import org.driftscope.ui.workspace.Question;
import org.driftscope.ui.workspace.Question.Answer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** A question as a dialog over the window: Enter is the first answer, Escape the last. One at a time. */
public final class QuestionDialog implements Asker {
    private static final double WIDTH = 460;

    private final Window owner;
    private final Appearance looks;
    private @Nullable Alert showing;

    public QuestionDialog(Window owner, Appearance looks) {
        this.owner = owner;
        this.looks = looks;
    }

    @Override
    public void ask(Question question) {
        if (showing != null) {
            // the first must be answered before another makes sense
            return;
        }
        Alert alert = new Alert(AlertType.NONE, question.detail());
        Map<ButtonType, Answer> answers = new LinkedHashMap<>();
        question.answers().forEach(answer -> answers.put(new ButtonType(answer.label(), place(answer)), answer));
        alert.getButtonTypes().setAll(answers.keySet());
        OverWindow.place(alert, owner);
        alert.setTitle("Driftscope");
        alert.setHeaderText(question.sentence());
        alert.setGraphic(FontIcon.of(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        alert.getDialogPane().setId("question");
        alert.getDialogPane().setPrefWidth(WIDTH * looks.scaleProperty().get());
        looks.dress(alert.getDialogPane());
        answers.forEach((type, answer) -> {
            Button button = (Button) alert.getDialogPane().lookupButton(type);
            button.setId("answer-" + answer.id());
            button.setDefaultButton(answer.role() == Question.Role.FIRST);
        });
        showing = alert;
        alert.setOnHidden(event -> {
            showing = null;
            ButtonType chosen = alert.getResult();
            if (answers.containsKey(chosen)) {
                answers.get(chosen).action().run();
            }
        });
        // not showAndWait: a nested event loop would keep jobs from publishing in order
        alert.show();
    }

    private static ButtonData place(Answer answer) {
        return switch (answer.role()) {
            case FIRST -> ButtonData.YES;
            case OTHER -> ButtonData.NO;
            case CANCEL -> ButtonData.CANCEL_CLOSE;
        };
    }
}
