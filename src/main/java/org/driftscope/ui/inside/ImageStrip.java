package org.driftscope.ui.inside;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.Reveal;
import org.jspecify.annotations.Nullable;

/** The images to choose from, those of one fate alone where that is asked for. */
final class ImageStrip extends VBox {
    private static final double THUMB = 44;

    private final InsideViewModel model;
    private final ReadOnlyDoubleProperty scale;
    private final ComboBox<Choice> filter = new ComboBox<>();
    private final ImageTiles tiles;

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
        this.tiles = new ImageTiles(model);
        setId("inside-strip");
        getStyleClass().add("inside-strip");
        filter.setId("inside-filter");
        filter.setMaxWidth(Double.MAX_VALUE);
        filter.setAccessibleText("Which images");
        ScrollPane scroll = new ScrollPane(tiles);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("inside-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(filter, scroll);
        model.imagesProperty().subscribe(this::show);
        model.chosenProperty().subscribe(image -> {
            Node tile = tiles.chosenTile();
            if (tile != null) {
                Reveal.scrollTo(tile);
            }
        });
        scale.subscribe(now -> fill());
    }

    private void show(List<ShownImage> images) {
        Map<ShownImage.Fate, Integer> counts = new EnumMap<>(ShownImage.Fate.class);
        images.forEach(image -> counts.merge(image.fate(), 1, Integer::sum));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, "All " + images.size()));
        counts.forEach((fate, count) -> choices.add(new Choice(fate, fate.words() + ": " + count)));
        Choice before = filter.getValue();
        // filled once, when all of it is set
        filter.setOnAction(null);
        filter.getItems().setAll(choices);
        filter.setValue(choices.stream()
                .filter(choice -> before != null && choice.fate() == before.fate())
                .findFirst()
                .orElse(choices.get(0)));
        filter.setOnAction(event -> fill());
        fill();
    }

    private void fill() {
        Choice choice = filter.getValue();
        ShownImage.Fate wanted = choice == null ? null : choice.fate();
        tiles.show(
                model.imagesProperty().get().stream()
                        .filter(image -> wanted == null || image.fate() == wanted)
                        .toList(),
                THUMB * scale.get());
    }
}
