package org.driftscope.ui.inside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The images to choose from, those of one fate alone where that is asked for. */
final class ImageStrip extends VBox {
    private static final double THUMB = 44;

    private final InsideViewModel model;
    private final ReadOnlyDoubleProperty scale;
    private final ComboBox<Choice> filter = new ComboBox<>();
    private final TilePane tiles = new TilePane();
    private final ToggleGroup group = new ToggleGroup();

    /** Images of one fate. @param fate null for all */
    private record Choice(ShownImage.@Nullable Fate fate, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    ImageStrip(InsideViewModel model, ReadOnlyDoubleProperty scale) {
        this.model = model;
        this.scale = scale;
        setId("inside-strip");
        getStyleClass().add("inside-strip");
        filter.setId("inside-filter");
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.setAccessibleText("Which images");
        filter.setOnAction(event -> fill());
        tiles.getStyleClass().add("inside-tiles");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inside-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(filter, scroll);
        model.imagesProperty().subscribe(this::show);
        model.chosenProperty().subscribe(image -> mark());
        scale.subscribe(now -> fill());
    }

    private void show(List<ShownImage> images) {
        Map<ShownImage.Fate, Integer> counts = new EnumMap<>(ShownImage.Fate.class);
        images.forEach(image -> counts.merge(image.fate(), 1, Integer::sum));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, "All " + images.size()));
        counts.forEach((fate, count) -> choices.add(new Choice(fate, fate.words() + ": " + count)));
        Choice before = filter.getValue();
        filter.getItems().setAll(choices);
        filter.setValue(choices.stream()
                .filter(choice -> before != null && choice.fate() == before.fate())
                .findFirst()
                .orElse(choices.get(0)));
        fill();
    }

    private void fill() {
        Choice choice = filter.getValue();
        ShownImage.Fate wanted = choice == null ? null : choice.fate();
        double side = THUMB * scale.get();
        group.getToggles().clear();
        tiles.getChildren()
                .setAll(model.imagesProperty().get().stream()
                        .filter(image -> wanted == null || image.fate() == wanted)
                        .map(image -> tile(image, side))
                        .toList());
        mark();
    }

    private ToggleButton tile(ShownImage image, double side) {
        ImageView view = new ImageView(PixelPicture.of(image.picture()));
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        ToggleButton button = new ToggleButton(null, view);
        button.setUserData(image.number());
        button.setToggleGroup(group);
        button.getStyleClass().addAll("inside-tile", image.fate().name().toLowerCase(Locale.ROOT));
        String words = "Image " + (image.number() + 1) + ", " + model.className(image.label()) + ". "
                + image.fate().words() + ".";
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.chosenProperty().set(image);
        });
        return button;
    }

    private void mark() {
        ShownImage chosen = model.chosenProperty().get();
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(
                        chosen != null && Integer.valueOf(chosen.number()).equals(toggle.getUserData())));
    }
}
