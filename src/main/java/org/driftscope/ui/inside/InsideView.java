package org.driftscope.ui.inside;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.driftscope.evaluation.FeatureMaps;
import org.jspecify.annotations.Nullable;

/** Look inside: images at the left, answers and feature maps of the chosen one at the right. */
public final class InsideView extends BorderPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final InsideViewModel model;
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1);
    private final Label sentence = new Label();
    private final ComboBox<String> layers = new ComboBox<>();
    private final Label legend = new Label();
    private final FeatureGrid features;

    public InsideView(InsideViewModel model) {
        this.model = model;
        this.features = new FeatureGrid(scale);
        setId("inside");
        getStyleClass().add("inside");
        getStylesheets()
                .add(Objects.requireNonNull(InsideView.class.getResource("inside.css"))
                        .toExternalForm());
        sentence.setId("inside-sentence");
        sentence.getStyleClass().add("inside-sentence");
        sentence.setWrapText(true);
        legend.setId("inside-legend");
        legend.getStyleClass().add("muted");
        legend.setWrapText(true);
        legend.setMinHeight(USE_PREF_SIZE);
        Label what = new Label("What layer");
        layers.setId("inside-layer");
        layers.setVisibleRowCount(20);
        what.setLabelFor(layers);
        Label makes = new Label("makes of it");
        HBox choice = new HBox(what, layers, makes);
        choice.getStyleClass().add("inside-choice");
        VBox right = new VBox(new AnswersPane(model, scale), choice, features, legend);
        right.getStyleClass().add("inside-main");
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inside-scroll");
        setTop(sentence);
        setLeft(new ImageStrip(model, scale));
        setCenter(scroll);
        layers.setOnAction(event -> {
            if (layers.getValue() != null) {
                model.layerProperty().set(layers.getValue());
            }
        });
        model.subjectProperty().subscribe(subject -> showLayers());
        model.layerProperty().subscribe(name -> layers.setValue(name.isEmpty() ? null : name));
        model.imagesProperty().subscribe(this::say);
        model.viewProperty().subscribe(this::show);
        model.staleProperty().subscribe(now -> pseudoClassStateChanged(STALE, now));
    }

    /** Scale of the window, as a fraction. */
    public DoubleProperty scaleProperty() {
        return scale;
    }

    private void showLayers() {
        List<String> names = model.layers();
        if (!layers.getItems().equals(names)) {
            layers.getItems().setAll(names);
            layers.setValue(
                    model.layerProperty().get().isEmpty()
                            ? null
                            : model.layerProperty().get());
        }
    }

    private void say(List<ShownImage> images) {
        InsideSubject subject = model.subjectProperty().get();
        if (subject == null || !subject.workspace().hasImages()) {
            sentence.setText("Open a network with images to look inside.");
            return;
        }
        if (images.isEmpty()) {
            sentence.setText("Showing images to the network \u2026");
            return;
        }
        long broken = images.stream().filter(ShownImage::isBrokenByDrift).count();
        long repaired = images.stream()
                .filter(image -> image.fate() == ShownImage.Fate.REPAIRED)
                .count();
        String repair = subject.calibrated() == null
                ? " Calibrate, and see which come back."
                : String.format(Locale.ROOT, " Calibration brings %d of them back.", repaired);
        sentence.setText(String.format(
                Locale.ROOT,
                "Of these %d images (a fixed sample of %,d), drift turns %d right answers wrong.%s",
                images.size(),
                subject.workspace().evaluationCount(),
                broken,
                broken == 0 ? "" : repair));
    }

    private void show(@Nullable LayerView view) {
        features.show(view);
        FeatureMaps clean = view == null ? null : view.maps().get(NetworkState.CLEAN);
        legend.setText(view == null || clean == null ? "" : FeatureGrid.words(view, clean));
    }
}
