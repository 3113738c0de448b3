package org.driftscope.ui.heatmap;

import atlantafx.base.theme.Styles;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.driftscope.crossbar.TileGrid.TileBounds;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.driftscope.ui.heatmap.model.MapNavigation;

/** How the layer is cut into tiles; chooses one, or the whole layer. */
public final class TileMapView extends VBox {
    private final HeatmapViewModel model;
    private final TileMap map;
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Button whole = new Button("Whole layer");

    public TileMapView(HeatmapViewModel model) {
        this.model = model;
        this.map = new TileMap(model.navigation());
        setId("tile-map");
        getStyleClass().add("tile-map");
        getStylesheets().add(HeatmapView.styleSheet());
        title.setId("tile-map-title");
        title.getStyleClass().add("tile-map-title");
        detail.setId("tile-map-detail");
        detail.getStyleClass().add("tile-map-detail");
        prepareMap();
        getChildren().addAll(title, body());
        model.pictureProperty().addListener(observed -> update());
        model.navigation().tileProperty().addListener(observed -> update());
        update();
    }

    private void prepareMap() {
        map.setFocusTraversable(true);
        map.setAccessibleRole(AccessibleRole.LIST_VIEW);
        map.accessibleTextProperty().bind(detail.textProperty());
        map.setAccessibleHelp("Arrow keys choose a tile, Escape the whole layer");
        Tooltip.install(map, new Tooltip("Click a tile to see only its cells; again, or Esc, for the whole layer"));
        map.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (moved(event)) {
                event.consume();
            }
        });
    }

    private HBox body() {
        whole.setId("tile-map-whole");
        whole.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        whole.setTooltip(new Tooltip("See all tiles at once"));
        whole.setMinWidth(Region.USE_PREF_SIZE);
        whole.setOnAction(event -> model.navigation().tileProperty().set(MapNavigation.WHOLE_LAYER));
        whole.disableProperty().bind(model.navigation().tileProperty().lessThan(0));
        VBox words = new VBox(detail, whole);
        words.getStyleClass().add("tile-map-words");
        HBox body = new HBox(map, words);
        body.getStyleClass().add("tile-map-body");
        return body;
    }

    private void update() {
        LayerPicture picture = model.pictureProperty().get();
        // its place stays, so that the table above does not jump when the first layer comes
        map.setVisible(picture != null);
        whole.setVisible(
                picture != null && model.navigation().tilesProperty().get().count() > 1);
        title.setText(picture == null ? "Tiles" : "Tiles of " + picture.name());
        TileBounds bounds = model.navigation().tileBounds();
        detail.setText(
                picture == null
                        ? ""
                        : model.navigation().tileText() + "\nrows " + bounds.rowFrom() + "–" + (bounds.rowTo() - 1)
                                + "\ncolumns " + bounds.colFrom() + "–" + (bounds.colTo() - 1));
    }

    private boolean moved(KeyEvent event) {
        MapNavigation navigation = model.navigation();
        int across = navigation.tilesProperty().get().across();
        switch (event.getCode()) {
            case LEFT -> choose(-1);
            case RIGHT -> choose(1);
            case UP -> choose(-across);
            case DOWN -> choose(across);
            case ESCAPE -> {
                boolean chosen = navigation.tileProperty().get() >= 0;
                navigation.tileProperty().set(MapNavigation.WHOLE_LAYER);
                return chosen;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void choose(int step) {
        MapNavigation navigation = model.navigation();
        int next = Math.max(0, navigation.tileProperty().get())
                + (navigation.tileProperty().get() < 0 ? 0 : step);
        if (next >= 0 && next < navigation.tilesProperty().get().count()) {
            navigation.tileProperty().set(next);
        }
    }
}
