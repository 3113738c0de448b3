package org.driftscope.ui.layers;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.binding.DoubleExpression;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/** The table of layers: sortable, one tick and one error bar a line. Space ticks the selected lines. */
final class LayersTable extends TableView<LayerRow> {
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");
    static final String MEANING = "RMS feature error over the clean output's standard deviation";
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    /** px at normal size. */
    private static final double SCROLL_BAR = 18;

    private final DoubleExpression scale;
    private final LayersViewModel model;
    private final StageTree tree;
    private final Tooltip tooltip = new Tooltip();
    private final Runnable askSettings;
    private boolean following;

    /** @param askSettings asks for settings of the selected layers */
    LayersTable(LayersViewModel model, DoubleExpression scale, Runnable askSettings) {
        this.model = model;
        this.askSettings = askSettings;
        this.tree = new StageTree(model);
        this.scale = scale;
        setId("layers-table");
        setAccessibleText("Layers");
        setEditable(true);
        getStyleClass().addAll("layers-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().addAll(new LayerColumns(model, tree, scale, widthProperty()).all());
        // columns that take other widths with the type fill the table again
        scale.subscribe(factor -> Platform.runLater(this::fill));
        Label placeholder = new Label();
        placeholder.textProperty().bind(model.emptyTextProperty());
        setPlaceholder(placeholder);
        SortedList<LayerRow> sorted = new SortedList<>(tree.lines());
        sorted.comparatorProperty().bind(comparatorProperty());
        comparatorProperty().subscribe(order -> tree.setSorted(order != null));
        setItems(sorted);
        setRowFactory(table -> row());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        followSelection();
        model.errorsStaleProperty().subscribe(stale -> pseudoClassStateChanged(STALE, stale));
        setOnKeyPressed(event -> {
            LayerRow row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                model.tick(selectedLayers(), !row.tickedProperty().get());
                event.consume();
            } else if (row != null && row.isStage() && opensOrCloses(event.getCode(), tree.isOpen(row))) {
                tree.toggle(row);
                selectOnly(row);
                event.consume();
            }
        });
    }

    private static boolean opensOrCloses(KeyCode key, boolean open) {
        return key == KeyCode.ENTER || key == (open ? KeyCode.LEFT : KeyCode.RIGHT);
    }

    /** One tooltip for all rows: a popup for each would make a long table slow to appear. */
    private TableRow<LayerRow> row() {
        TableRow<LayerRow> row = new TableRow<>();
        row.setTooltip(tooltip);
        row.itemProperty()
                .flatMap(LayerRow::driftsProperty)
                .orElse(true)
                .subscribe(drifts -> row.pseudoClassStateChanged(STILL, !drifts));
        row.contextMenuProperty().bind(row.itemProperty().map(this::menu));
        row.setOnMouseEntered(event -> {
            LayerRow layer = row.getItem();
            tooltip.setText(layer == null ? "" : words(layer));
        });
        return row;
    }

    /** Made when it is asked for: what it offers follows the row. */
    private ContextMenu menu(LayerRow row) {
        MenuItem only = new MenuItem("Let only this layer drift");
        only.setOnAction(event -> model.driftOnly(row));
        MenuItem other = new MenuItem();
        other.textProperty()
                .bind(row.driftsProperty()
                        .map(drifts -> drifts ? "Let this layer stay clean" : "Let this layer drift"));
        other.setOnAction(event -> model.toggleDrift(row));
        MenuItem settings = new MenuItem("Settings of these layers\u2026");
        settings.setOnAction(event -> askSettings.run());
        return row.isStage() ? new ContextMenu(settings) : new ContextMenu(only, other, settings);
    }

    private static String words(LayerRow row) {
        LayerError error = row.errorProperty().get();
        String size = String.format(Locale.US, "%s: %s weights on %,d cells", row.name(), row.size(), row.cells());
        String own = row.ownProperty().get();
        if (!own.isEmpty()) {
            size += "\nOf its own: " + own;
        }
        if (!row.driftsProperty().get()) {
            return size + "\nDoes not drift, so it needs no calibration";
        }
        String before =
                Double.isNaN(error.before()) ? "not known yet" : percent(error.relativeBefore()) + " after drift";
        String after = Double.isNaN(error.after()) ? "" : ", " + percent(error.relativeAfter()) + " after calibration";
        return size + "\n" + MEANING + ": " + before + after;
    }

    private static String percent(double share) {
        return String.format(Locale.US, "%.3g %%", 100 * share);
    }

    private void followSelection() {
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !row.isStage()) {
                // other lines may be selected with it, and stay so
                following = true;
                model.selectedProperty().set(row.name());
                following = false;
            }
        });
        model.selectedProperty().subscribe(name -> getItems().stream()
                .filter(row -> !following && row.name().equals(name))
                .findFirst()
                .ifPresent(this::selectOnly));
    }

    private void selectOnly(LayerRow row) {
        getSelectionModel().clearAndSelect(getItems().indexOf(row));
    }

    /** Names of the layers of the lines that are selected, those of a stage's line too. */
    List<String> selectedLayers() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .flatMap(row -> row.layers().stream())
                .distinct()
                .toList();
    }

    private void fill() {
        getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
    }

    /** Room for every column that is always there, and for the scroll bar: a table that is constrained cannot scroll aside. */
    @Override
    protected double computeMinWidth(double height) {
        double columns = getColumns().stream()
                .filter(column -> !column.visibleProperty().isBound())
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        return columns + SCROLL_BAR * scale.get();
    }
}
