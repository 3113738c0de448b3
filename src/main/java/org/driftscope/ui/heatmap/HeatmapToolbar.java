package org.driftscope.ui.heatmap;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.driftscope.figure.raster.ColorMap;
import org.driftscope.ui.control.ListWords;
import org.driftscope.ui.control.WrappingBar;
import org.driftscope.ui.control.text.ShortenedLabel;
import org.driftscope.ui.heatmap.model.CellView;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** What is shown of which layer, and in which colours. */
final class HeatmapToolbar extends WrappingBar {

    HeatmapToolbar(HeatmapViewModel model) {
        super(
                List.of(title(model), place(model)),
                List.of(views(model), slices(model), colorMaps(model), lock(model), icons(model)));
        getStyleClass().add("heatmap-toolbar");
    }

    private static Label title(HeatmapViewModel model) {
        Label title = new Label();
        title.setId("heatmap-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().addAll(Styles.TEXT_BOLD, "heatmap-title");
        title.textProperty()
                .bind(model.pictureProperty().map(LayerPicture::name).orElse("No layer"));
        return title;
    }

    private static Label place(HeatmapViewModel model) {
        ShortenedLabel place = new ShortenedLabel();
        place.setId("heatmap-place");
        place.getStyleClass().addAll(Styles.TEXT_MUTED, "heatmap-place");
        Runnable update = () -> place.say(model.placeTexts());
        model.pictureProperty().addListener(observed -> update.run());
        model.navigation().tileProperty().addListener(observed -> update.run());
        return place;
    }

    private static Node views(HeatmapViewModel model) {
        HBox buttons = new HBox();
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (CellView view : CellView.values()) {
            ToggleButton button = new ToggleButton(view.title());
            button.setToggleGroup(group);
            button.setUserData(view);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().addAll(Styles.SMALL, pill(view));
            describe(button, "heatmap-view-" + view.id(), view.meaning());
            button.setOnAction(event -> model.viewProperty().set(view));
            buttons.getChildren().add(button);
        }
        Runnable select = () -> group.selectToggle(
                group.getToggles().get(model.viewProperty().get().ordinal()));
        model.viewProperty().addListener(observed -> select.run());
        // a second click must not leave the group without a choice
        group.selectedToggleProperty().addListener((observed, before, now) -> {
            if (now == null) {
                select.run();
            }
        });
        select.run();
        model.pictureProperty().subscribe(picture -> buttons.getChildren()
                .forEach(button -> button.setDisable(
                        picture != null && !picture.words().views().contains((CellView) button.getUserData()))));
        return buttons;
    }

    /** Only there where weights are sliced. */
    private static Node slices(HeatmapViewModel model) {
        ComboBox<Integer> box = new ComboBox<>();
        box.setConverter(new ListWords<>(slice -> "Slice " + (slice + 1)));
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll(Styles.SMALL, "heatmap-slice");
        box.setId("heatmap-slice");
        box.setAccessibleText("Slice of the weights whose cells are shown");
        box.setTooltip(new Tooltip("Which digit of the weights the cells hold; slice 1 is the most significant"));
        Runnable fill = () -> {
            int count = model.slicesProperty().get();
            if (box.getItems().size() != count) {
                box.getItems().setAll(IntStream.range(0, count).boxed().toList());
            }
            box.setValue(Math.min(model.sliceProperty().get(), count - 1));
            box.setVisible(count > 1);
            box.setManaged(count > 1);
        };
        model.slicesProperty().subscribe(fill);
        fill.run();
        box.setOnAction(event -> {
            Integer chosen = box.getValue();
            if (chosen != null) {
                model.sliceProperty().set(chosen);
            }
        });
        return box;
    }

    private static Node colorMaps(HeatmapViewModel model) {
        ComboBox<ColorMap> box = new ComboBox<>();
        for (ColorMap map : ColorMap.values()) {
            if (!map.diverging()) {
                box.getItems().add(map);
            }
        }
        box.setConverter(new ListWords<>(ColorMap::title));
        box.valueProperty().bindBidirectional(model.colorMapProperty());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll(Styles.SMALL, "heatmap-color-map");
        box.setId("heatmap-color-map");
        box.setAccessibleText("Colour map of target and drifted");
        box.setTooltip(new Tooltip("Colours of target and drifted; all are safe for colour-blind eyes"));
        return box;
    }

    private static Node lock(HeatmapViewModel model) {
        ToggleButton lock = new ToggleButton("Lock range");
        lock.getStyleClass().add(Styles.SMALL);
        lock.setMinWidth(Region.USE_PREF_SIZE);
        lock.selectedProperty().bindBidirectional(model.rangeLockedProperty());
        describe(lock, "heatmap-lock-range", "Colours keep their values while you change the drift");
        return lock;
    }

    /** One group: none of them falls alone into a row where the bar wraps. */
    private static Node icons(HeatmapViewModel model) {
        HBox buttons = new HBox(
                icon(MaterialDesignM.MAGNIFY_MINUS_OUTLINE, "heatmap-zoom-out", "Zoom out (−)", () -> model.navigation()
                        .zoom(1 / MapKeys.ZOOM_STEP, 0.5, 0.5)),
                icon(MaterialDesignM.MAGNIFY_PLUS_OUTLINE, "heatmap-zoom-in", "Zoom in (+)", () -> model.navigation()
                        .zoom(MapKeys.ZOOM_STEP, 0.5, 0.5)),
                icon(
                        MaterialDesignF.FIT_TO_PAGE_OUTLINE,
                        "heatmap-fit",
                        "Fit the layer or tile (0)",
                        () -> model.navigation().fit()),
                histogram(model));
        buttons.setAlignment(Pos.CENTER);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        return buttons;
    }

    private static Node histogram(HeatmapViewModel model) {
        ToggleButton button = new ToggleButton(null, new FontIcon(MaterialDesignC.CHART_HISTOGRAM));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(model.histogramShownProperty());
        describe(button, "heatmap-histogram-toggle", "Histogram of the values before and after drift");
        return button;
    }

    private static Button icon(Ikon icon, String id, String meaning, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, Styles.FLAT);
        button.setOnAction(event -> action.run());
        describe(button, id, meaning);
        return button;
    }

    private static void describe(ButtonBase button, String id, String meaning) {
        button.setId(id);
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning));
    }

    private static String pill(CellView view) {
        if (view.ordinal() == 0) {
            return Styles.LEFT_PILL;
        }
        return view.ordinal() == CellView.values().length - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
