package org.driftscope.ui.layers;

import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;

/** The table of layers: sortable, one tick and one error bar a line. Space ticks the selected line. */
final class LayersTable extends TableView<LayerRow> {
    private static final double NARROW = 280;

    private final LayersViewModel model;

    LayersTable(LayersViewModel model) {
        this.model = model;
        setId("layers-table");
        setAccessibleText("Layers");
        setEditable(true);
        getStyleClass().addAll("layers-table", "dense");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        getColumns().add(ticks());
        getColumns().add(names());
        getColumns().add(sizes());
        TableColumn<LayerRow, LayerRow> cells = cells();
        // where it is narrow the names matter more; the tooltip of a name has the cells as well
        cells.visibleProperty().bind(widthProperty().greaterThan(NARROW));
        getColumns().add(cells);
        getColumns().add(errors());
        setPlaceholder(new Label("No layer matches the filter"));
        SortedList<LayerRow> sorted = new SortedList<>(model.shownRows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        followSelection();
        setOnKeyPressed(event -> {
            LayerRow row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && row != null) {
                row.tickedProperty().set(!row.tickedProperty().get());
                event.consume();
            }
        });
    }

    private void followSelection() {
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.selectedProperty().set(row.name());
            }
        });
        model.selectedProperty().subscribe(name -> getItems().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(row -> getSelectionModel().select(row)));
    }

    private static TableColumn<LayerRow, Boolean> ticks() {
        TableColumn<LayerRow, Boolean> column = new TableColumn<>();
        column.setCellValueFactory(features -> features.getValue().tickedProperty());
        column.setCellFactory(CheckBoxTableCell.forTableColumn(column));
        column.setSortable(false);
        width(column, 26, 26);
        return column;
    }

    private static TableColumn<LayerRow, String> names() {
        TableColumn<LayerRow, String> column = new TableColumn<>("Name");
        column.setCellValueFactory(
                features -> new ReadOnlyObjectWrapper<>(features.getValue().name()));
        column.setCellFactory(c -> new NameCell());
        column.setMinWidth(60);
        column.setPrefWidth(106);
        return column;
    }

    private static TableColumn<LayerRow, LayerRow> sizes() {
        TableColumn<LayerRow, LayerRow> column = new TableColumn<>("Rows×cols");
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator((a, b) -> Long.compare(a.weights(), b.weights()));
        column.setCellFactory(c -> new TextCell() {
            @Override
            String text(LayerRow row) {
                return row.size();
            }
        });
        width(column, 56, 60);
        return column;
    }

    private static TableColumn<LayerRow, LayerRow> cells() {
        TableColumn<LayerRow, LayerRow> column = new TableColumn<>("Cells");
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setComparator((a, b) -> Long.compare(a.cells(), b.cells()));
        column.setCellFactory(c -> new TextCell() {
            @Override
            String text(LayerRow row) {
                return String.format(Locale.US, "%,d", row.cells());
            }
        });
        width(column, 50, 57);
        return column;
    }

    private TableColumn<LayerRow, LayerError> errors() {
        TableColumn<LayerRow, LayerError> column = new TableColumn<>("Error");
        column.setCellValueFactory(features -> features.getValue().errorProperty());
        column.setComparator((a, b) -> Double.compare(a.before(), b.before()));
        column.setCellFactory(c -> new ErrorCell(model));
        column.setMinWidth(36);
        column.setPrefWidth(48);
        return column;
    }

    private static void width(TableColumn<?, ?> column, double min, double preferred) {
        column.setMinWidth(min);
        column.setPrefWidth(preferred);
    }

    /** A name, whole in its tooltip where the column is too narrow. */
    private static final class NameCell extends TableCell<LayerRow, String> {
        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            LayerRow row = getTableRow() == null ? null : getTableRow().getItem();
            setText(empty ? null : name);
            setTooltip(empty || row == null ? null : tooltip);
            if (row != null) {
                tooltip.setText(words(row));
            }
        }
    }

    private static String words(LayerRow row) {
        return String.format(Locale.US, "%s: %s weights on %,d cells", row.name(), row.size(), row.cells());
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

    /** The error as a bar, its numbers in the tooltip. */
    private static final class ErrorCell extends TableCell<LayerRow, LayerError> {
        private final ErrorBar bar = new ErrorBar();
        private final LayersViewModel model;
        private final Tooltip tooltip = new Tooltip();

        ErrorCell(LayersViewModel model) {
            this.model = model;
            model.largestErrorProperty().subscribe(largest -> refresh());
        }

        @Override
        protected void updateItem(LayerError error, boolean empty) {
            super.updateItem(error, empty);
            setGraphic(empty ? null : bar);
            setTooltip(empty ? null : tooltip);
            refresh();
        }

        private void refresh() {
            LayerError error = getItem();
            if (error != null) {
                bar.show(error, model.largestErrorProperty().get());
                tooltip.setText(words(error));
            }
        }

        private static String words(LayerError error) {
            if (Double.isNaN(error.before())) {
                return "Squared feature error per output: not known yet";
            }
            String before =
                    String.format(Locale.US, "Squared feature error per output: %.4g after drift", error.before());
            return Double.isNaN(error.after())
                    ? before
                    : before + String.format(Locale.US, ", %.4g after calibration", error.after());
        }
    }
}
