package org.driftscope.ui.settings;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import org.driftscope.data.InputPicture;
import org.driftscope.ui.control.Choice;
import org.driftscope.ui.settings.model.PreprocessingViewModel;
import org.driftscope.ui.settings.model.PreprocessingViewModel.Shown;
import org.driftscope.ui.settings.model.SettingCatalogue;
import org.driftscope.ui.settings.model.SettingEntry.Group;
import org.driftscope.ui.settings.model.SettingsViewModel;
import org.jspecify.annotations.Nullable;

/** How images are prepared for the network, with one of them as the network takes it. */
final class ImagesCard {
    private static final double SIDE = 44;
    private static final int SHARP_SCALE = 4;

    private final PreprocessingViewModel model;
    private final ImageView view = new ImageView();
    private final Label range = new Label();
    private final Label note = new Label();
    private final TextField mean = field("preprocess-mean");
    private final TextField deviation = field("preprocess-std");
    private final TextField scale = field("preprocess-scale");
    private boolean showing;

    private ImagesCard(PreprocessingViewModel model) {
        this.model = model;
    }

    static SettingsCard of(SettingsViewModel model) {
        return new ImagesCard(model.preprocessing()).card(model);
    }

    private SettingsCard card(SettingsViewModel settings) {
        ComboBox<String> choice =
                Choice.of("preprocessing", List.of(), new SimpleStringProperty(this, "chosen", ""), words -> words);
        note.setId("preprocessing-note");
        range.setId("preprocessing-range");
        range.setMinHeight(Label.USE_PREF_SIZE);
        HBox picture = new HBox(view, range);
        picture.setId("preprocessing-picture");
        picture.getStyleClass().add("input-picture");
        picture.setAlignment(Pos.CENTER_LEFT);
        SettingsCard card = new SettingsCard("Images", settings, Group.IMAGES)
                .wide(Explanations.PREPROCESSING, choice)
                .resets(SettingCatalogue.of("preprocessing"))
                .picture(Explanations.NETWORK_INPUT, range, picture)
                .note(note)
                .more()
                .wide(Explanations.MEAN, mean)
                .wide(Explanations.DEVIATION, deviation)
                .wide(Explanations.PIXEL_SCALE, scale)
                .refusal(refusal());
        model.shownProperty().subscribe(now -> show(choice, now));
        choice.valueProperty().subscribe(wanted -> {
            if (wanted != null && !showing) {
                model.choose(wanted);
            }
        });
        return card;
    }

    private StringBinding refusal() {
        return Bindings.createStringBinding(
                () -> scale.getText().isEmpty()
                        ? ""
                        : model.refusal(mean.getText(), deviation.getText(), scale.getText()),
                mean.textProperty(),
                deviation.textProperty(),
                scale.textProperty(),
                model.shownProperty());
    }

    private TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setOnAction(event -> model.ask(mean.getText(), deviation.getText(), scale.getText()));
        return field;
    }

    private void show(ComboBox<String> choice, @Nullable Shown now) {
        showing = true;
        choice.getItems().setAll(model.choices());
        choice.setValue(model.chosen());
        showing = false;
        if (now == null) {
            return;
        }
        mean.setText(PreprocessingViewModel.words(now.preprocessing().mean()));
        deviation.setText(PreprocessingViewModel.words(now.preprocessing().std()));
        scale.setText(PreprocessingViewModel.scaleWords(now.preprocessing().scale()));
        note.setText(now.warning().isEmpty() ? PreprocessingViewModel.why(now) : now.warning());
        InputPicture picture = now.picture();
        range.setText(picture == null ? "None yet" : picture.range());
        view.setImage(picture == null ? null : image(picture));
        view.setFitHeight(SIDE);
        view.setFitWidth(SIDE);
        view.setPreserveRatio(true);
    }

    /** Enlarged by whole numbers first, so that pixels stay pixels. */
    private static WritableImage image(InputPicture picture) {
        int factor = Math.max(1, SHARP_SCALE * (int) SIDE / Math.max(picture.width(), picture.height()));
        int width = picture.width() * factor;
        int height = picture.height() * factor;
        int[] large = new int[width * height];
        for (int i = 0; i < large.length; i++) {
            large[i] = picture.argb()[i / width / factor * picture.width() + i % width / factor];
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), large, 0, width);
        return image;
    }
}
