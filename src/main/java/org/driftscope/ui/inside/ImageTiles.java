package org.driftscope.ui.inside;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import org.jspecify.annotations.Nullable;

/** Small pictures to choose from, by mouse or arrow keys; one stop of the Tab key, as a list is. */
final class ImageTiles extends TilePane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final InsideViewModel model;
    private List<ShownImage> images = List.of();

    ImageTiles(InsideViewModel model) {
        this.model = model;
        setId("inside-tiles");
        getStyleClass().add("inside-tiles");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Images");
        setOnMousePressed(event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        model.chosenProperty().subscribe(image -> mark());
    }

    /** @param side of each picture, px */
    void show(List<ShownImage> shown, double side) {
        images = shown;
        getChildren().setAll(shown.stream().map(image -> tile(image, side)).toList());
        mark();
    }

    private Node tile(ShownImage image, double side) {
        ImageView view = new ImageView(PixelPicture.of(image.picture()));
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        StackPane tile = new StackPane(view);
        tile.getStyleClass().addAll("inside-tile", image.fate().name().toLowerCase(Locale.ROOT));
        String words = "Image " + (image.number() + 1) + ", " + model.className(image.label()) + ". "
                + image.fate().words() + ".";
        tile.setAccessibleText(words);
        tile.setOnMouseEntered(event -> {
            // made when it is first wanted
            if (tile.getUserData() == null) {
                Tooltip tip = new Tooltip(words);
                Tooltip.install(tile, tip);
                tile.setUserData(tip);
            }
        });
        tile.setOnMouseClicked(event -> model.chosenProperty().set(image));
        return tile;
    }

    private void move(KeyEvent event) {
        int across = Math.max(1, columns());
        int by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -across;
                    case DOWN -> across;
                    default -> 0;
                };
        if (by == 0) {
            return;
        }
        int to = chosen() + by;
        if (to >= 0 && to < images.size()) {
            model.chosenProperty().set(images.get(to));
        }
        event.consume();
    }

    /** How many lie side by side. */
    private int columns() {
        return (int) getChildren().stream()
                .filter(tile -> tile.getLayoutY() == getChildren().get(0).getLayoutY())
                .count();
    }

    private int chosen() {
        ShownImage chosen = model.chosenProperty().get();
        for (int i = 0; i < images.size(); i++) {
            if (chosen != null && images.get(i).number() == chosen.number()) {
                return i;
            }
        }
        return -1;
    }

    private void mark() {
        int at = chosen();
        for (int i = 0; i < getChildren().size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(SELECTED, i == at);
        }
    }

    /** The tile that is chosen; null where it is not among those shown. */
    @Nullable
    Node chosenTile() {
        int at = chosen();
        return at < 0 ? null : getChildren().get(at);
    }
}
