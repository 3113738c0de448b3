package org.driftscope.ui.heatmap;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.driftscope.figure.raster.Reduction;
import org.driftscope.ui.control.CopiedSign;
import org.driftscope.ui.control.Keys;
import org.driftscope.ui.control.SteadyLines;
import org.driftscope.ui.heatmap.model.HeatmapViewModel;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The line below the maps: the cell's values, what a pixel stands for, copy. Its size never depends on its text. */
final class ProbeRow extends HBox {
    private static final double LONGEST_EM = 80;
    private static final int MOST_LINES = 4;

    private final HeatmapViewModel model;
    private final MenuButton reduction = new MenuButton();

    ProbeRow(HeatmapViewModel model) {
        this.model = model;
        getStyleClass().add("heatmap-probe-row");
        getChildren().addAll(probe(), reduction(), copy());
    }

    /** Says how many cells a pixel stands for; not there where it is one. */
    void explain(ReadOnlyLongProperty cellsPerPixel) {
        reduction.visibleProperty().bind(cellsPerPixel.greaterThan(1));
        reduction
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.reductionProperty().get().title() + " of " + cellsPerPixel.get() + " cells",
                        cellsPerPixel,
                        model.reductionProperty()));
    }

    private Label probe() {
        Label probe = new SteadyLines(LONGEST_EM, 1, MOST_LINES);
        probe.setId("heatmap-probe");
        probe.getStyleClass().add("heatmap-probe");
        probe.textProperty().bind(model.selection().probeProperty());
        probe.setPrefWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(probe.textProperty());
        probe.setTooltip(whole);
        HBox.setHgrow(probe, Priority.ALWAYS);
        return probe;
    }

    private MenuButton reduction() {
        ToggleGroup group = new ToggleGroup();
        for (Reduction choice : Reduction.values()) {
            RadioMenuItem item = new RadioMenuItem(
                    choice == Reduction.MEAN ? "Mean of the cells" : "Cell furthest from zero (largest |change|)");
            item.setToggleGroup(group);
            item.setSelected(choice == model.reductionProperty().get());
            item.setOnAction(event -> model.reductionProperty().set(choice));
            model.reductionProperty().addListener((observed, before, now) -> item.setSelected(now == choice));
            reduction.getItems().add(item);
        }
        reduction.setId("heatmap-reduction");
        reduction.getStyleClass().addAll(Styles.SMALL, Styles.FLAT, "heatmap-reduction");
        reduction.setMinWidth(Region.USE_PREF_SIZE);
        reduction.setAccessibleText("What a pixel shows that stands for several cells");
        reduction.setTooltip(new Tooltip("There are more cells than pixels: zoom in for single cells"));
        reduction.managedProperty().bind(reduction.visibleProperty());
        return reduction;
    }

    private Button copy() {
        Button copy = new Button(null, new FontIcon(MaterialDesignC.CONTENT_COPY));
        copy.setId("heatmap-copy");
        copy.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL, Styles.FLAT);
        copy.setAccessibleText("Copy the cell's values");
        copy.setTooltip(
                new Tooltip("Copy the cell's values (" + Keys.shown("Shortcut+C") + "); click a cell to pin it first"));
        copy.setOnAction(event -> {
            if (CellClipboard.copy(model.selection())) {
                CopiedSign.on(copy);
            }
        });
        return copy;
    }
}
