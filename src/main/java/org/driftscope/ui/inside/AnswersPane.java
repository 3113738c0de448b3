package org.driftscope.ui.inside;

import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chosen image, and what the network says of it in each state. */
final class AnswersPane extends HBox {
    private static final double SIDE = 96;

    private final InsideViewModel model;
    private final ImageView picture = new ImageView();
    private final Label name = new Label();
    private final HBox answers = new HBox();

    AnswersPane(InsideViewModel model, ReadOnlyDoubleProperty scale) {
        this.model = model;
        setId("inside-answers");
        getStyleClass().add("inside-answers");
        picture.fitWidthProperty().bind(scale.multiply(SIDE));
        picture.fitHeightProperty().bind(scale.multiply(SIDE));
        picture.setPreserveRatio(true);
        name.setId("inside-image");
        name.getStyleClass().add("muted");
        answers.getStyleClass().add("inside-states");
        VBox right = new VBox(name, answers);
        right.getStyleClass().add("inside-right");
        getChildren().addAll(picture, right);
        model.chosenProperty().subscribe(this::show);
    }

    private void show(@Nullable ShownImage image) {
        setVisible(image != null);
        answers.getChildren().clear();
        if (image == null) {
            picture.setImage(null);
            return;
        }
        picture.setImage(PixelPicture.of(image.picture()));
        name.setText("Image " + (image.number() + 1) + ", labelled " + model.className(image.label()));
        for (NetworkState state : NetworkState.values()) {
            answers.getChildren().add(answer(image, state));
        }
    }

    private VBox answer(ShownImage image, NetworkState state) {
        Answer answer = image.answer(state);
        Label title = new Label(state.label());
        title.getStyleClass().add("inside-state");
        Label said = new Label(answer == null ? "\u2013" : model.className(answer.label()));
        said.setId("inside-answer-" + state.id());
        said.getStyleClass().addAll("inside-said", state.id());
        Label how = new Label(
                answer == null
                        ? "not calibrated"
                        : String.format(
                                Locale.ROOT,
                                "%s, %.0f\u00a0%% sure",
                                answer.label() == image.label() ? "right" : "wrong",
                                100 * answer.confidence()));
        how.getStyleClass().add("muted");
        VBox box = new VBox(title, said, how);
        box.getStyleClass().add("inside-answer");
        return box;
    }
}
