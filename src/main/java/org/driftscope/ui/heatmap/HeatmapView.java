package org.driftscope.ui.heatmap;

import java.net.URL;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.SteadyLines;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.driftscope.ui.heatmap.model.LayerPicture;

/** The panel: toolbar, linked maps, probe line, histogram. */
public final class HeatmapView extends VBox {
    private static final double LONGEST_CORRECTION_EM = 48;
    private static final int MOST_LINES = 3;

    private final HeatmapViewModel model;

    public HeatmapView(HeatmapViewModel model) {
        this.model = model;
        setId("heatmap");
        getStyleClass().add("heatmap");
        getStylesheets().add(styleSheet());
        ProbeRow probe = new ProbeRow(model);
        MapRow maps = new MapRow(model);
        probe.explain(maps.cellsPerPixelProperty());
        maps.setOnContextMenuRequested(event -> menu().show(maps, event.getScreenX(), event.getScreenY()));
        StackPane stage = new StackPane(maps, placeholder());
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().addAll(new HeatmapToolbar(model), stage, correction(), probe, new HistogramPane(model));
        // how high rows that wrap are is known once the width is; by then the layout around has been done
        widthProperty().subscribe(width -> Platform.runLater(this::requestLayout));
    }

    /** What the adapter achieved, beside the map of what it left; it keeps its place when there is none. */
    private Label correction() {
        Label label = new SteadyLines(LONGEST_CORRECTION_EM, 1, MOST_LINES);
        label.setId("heatmap-correction");
        label.getStyleClass().add("heatmap-correction");
        label.textProperty()
                .bind(model.pictureProperty().map(LayerPicture::correction).orElse(""));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        return label;
    }

    /** Room for the maps beside rows as high as they are at the present width, so that none lies over another. */
    @Override
    protected double computeMinHeight(double width) {
        return getManagedChildren().stream()
                .mapToDouble(row -> getVgrow(row) == Priority.ALWAYS ? row.minHeight(-1) : row.prefHeight(getWidth()))
                .sum();
    }

    /** Where the panel's looks are; it uses the theme's colours by name. */
    static String styleSheet() {
        URL sheet = HeatmapView.class.getResource("heatmap.css");
        return Objects.requireNonNull(sheet, "heatmap.css is missing from the program")
                .toExternalForm();
    }

    private Label placeholder() {
        Label label = new Label("Choose a layer to see its cells");
        label.setId("heatmap-placeholder");
        label.getStyleClass().add("heatmap-placeholder");
        label.visibleProperty().bind(model.pictureProperty().isNull());
        return label;
    }

    private ContextMenu menu() {
        boolean cell = !model.selection().tabSeparated().isEmpty();
        MenuItem copy = new MenuItem("Copy cell's values");
        copy.setDisable(!cell);
        copy.setOnAction(event -> CellClipboard.copy(model.selection()));
        MenuItem pin = new MenuItem("Pin or unpin cell");
        pin.setDisable(!cell);
        pin.setOnAction(event -> model.selection().togglePin());
        MenuItem fit = new MenuItem("Fit");
        fit.setOnAction(event -> model.navigation().fit());
        return new ContextMenu(copy, pin, fit);
    }
}
