package org.driftscope.ui.layers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The table of layers: sortable, one tick and one error bar a line. Space ticks the selected line. */
final class LayersTable extends TableView<LayerRow> {
    private static final double NARROW = 320;
    private static final PseudoClass STILL = PseudoClass.getPseudoClass("still");
    private static final String MEANING = "RMS feature error over the clean output's standard deviation";
    private static final String SCALE = MEANING
            + ".\nOrange after drift, blue after calibration. A full bar is always 100 %, with a mark at its end beyond it.";
    /** px at normal size: of the text, and of what stands to both sides of it. */
    private static final double FONT_PX = 13;

    private static final double PADDING = 9;
    private static final double SCROLL_BAR = 18;
    /** Of a heading's letters against the text's. */
    private static final double HEADING_SIZE = 0.88;

    private final DoubleExpression scale;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

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
        getColumns().add(ticks());
        getColumns().add(names());
        getColumns().add(sizes());
        TableColumn<LayerRow, LayerRow> cells = cells();
        // where it is narrow the names matter more; the tooltip of a name has the cells as well
        cells.visibleProperty().bind(widthProperty().greaterThan(scale.multiply(NARROW)));
        getColumns().add(cells);
        getColumns().add(errors());
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
                row.tickedProperty().set(!row.tickedProperty().get());
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

    private TableColumn<LayerRow, Boolean> ticks() {
        TableColumn<LayerRow, Boolean> column = new TableColumn<>();
        column.setCellValueFactory(features -> features.getValue().tickedProperty());
        column.setCellFactory(c -> new TickCell());
        column.setSortable(false);
        width(column, 26, 26);
        return column;
    }

    private TableColumn<LayerRow, LayerRow> names() {
        TableColumn<LayerRow, LayerRow> column = new TableColumn<>("Name");
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator(Comparator.comparing(LayerRow::name));
        column.setCellFactory(c -> new LayerNameCell(tree));
        width(column, 101, 112);
        return column;
    }

    private TableColumn<LayerRow, LayerRow> sizes() {
        TableColumn<LayerRow, LayerRow> column = new TableColumn<>("Size");
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator((a, b) -> Long.compare(a.weights(), b.weights()));
        column.setCellFactory(c -> new TextCell() {
            @Override
            String text(LayerRow row) {
                return row.size();
            }
        });
        fit(column, "Size", LayerRow::size);
        return column;
    }

    private TableColumn<LayerRow, LayerRow> cells() {
        TableColumn<LayerRow, LayerRow> column = new TableColumn<>("Cells");
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator((a, b) -> Long.compare(a.cells(), b.cells()));
        column.setCellFactory(c -> new TextCell() {
            @Override
            String text(LayerRow row) {
                return cellsOf(row);
            }
        });
        fit(column, "Cells", LayersTable::cellsOf);
        return column;
    }

    private TableColumn<LayerRow, LayerError> errors() {
        TableColumn<LayerRow, LayerError> column = new TableColumn<>();
        column.setText("Error");
        column.setGraphic(scaleHead());
        column.getStyleClass().add("error-column");
        column.setCellValueFactory(features -> features.getValue().errorProperty());
        column.setComparator((a, b) -> Double.compare(a.relativeBefore(), b.relativeBefore()));
        column.setCellFactory(c -> new ErrorCell());
        width(column, 52, 54);
        return column;
    }

    /** The bars' axis, under the column's name. */
    private static Label scaleHead() {
        Label axis = new Label("0\u2013100 %");
        axis.setId("layers-error-scale");
        axis.getStyleClass().add("error-scale");
        axis.setMinWidth(USE_PREF_SIZE);
        axis.setTooltip(new Tooltip(SCALE));
        return axis;
    }

    private static String cellsOf(LayerRow row) {
        return String.format(Locale.US, "%,d", row.cells());
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

    /** As wide as its longest number, since half a number would mislead. */
    private void fit(TableColumn<?, ?> column, String heading, Function<LayerRow, String> words) {
        Runnable measure = () -> {
            String longest = model.shownRows().stream()
                    .map(words)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            double width = Math.max(width(longest, 1), width(heading, HEADING_SIZE)) + PADDING * scale.get();
            column.setMinWidth(width);
            column.setPrefWidth(width);
        };
        model.shownRows().addListener((InvalidationListener) observed -> measure.run());
        scale.subscribe(factor -> measure.run());
    }

    private double width(String words, double size) {
        Text text = new Text(words);
        text.setFont(Font.font(FONT_PX * size * scale.get()));
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    /** Widths at normal size, in px; they grow with the window's scale. */
    private void width(TableColumn<?, ?> column, double min, double preferred) {
        column.minWidthProperty().bind(scale.multiply(min));
        scale.subscribe(factor -> column.setPrefWidth(factor.doubleValue() * preferred));
    }

    /** A tick that the mouse reaches; Space on its row does the same, and Tab need not stop at every row. */
    private static final class TickCell extends CheckBoxTableCell<LayerRow, Boolean> {
        @Override
        public void updateItem(Boolean ticked, boolean empty) {
            super.updateItem(ticked, empty);
            if (getGraphic() != null) {
                getGraphic().setFocusTraversable(false);
            }
        }
    }

    /** A number of a row, flush right. */
    private abstract static class TextCell extends TableCell<LayerRow, LayerRow> {
        TextCell() {
            getStyleClass().add("number-cell");
        }

        abstract String text(LayerRow row);

        @Override
        protected void updateItem(LayerRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : text(row));
        }
    }

    /** The error as a bar; its numbers are in the row's tooltip. */
    private static final class ErrorCell extends TableCell<LayerRow, LayerError> {
        private final ErrorBar bar = new ErrorBar();

        @Override
        protected void updateItem(LayerError error, boolean empty) {
            super.updateItem(error, empty);
            setGraphic(empty ? null : bar);
            if (!empty && error != null) {
                bar.show(error);
            }
        }
    }
}
