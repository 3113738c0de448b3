package org.driftscope.ui.layers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.DoubleExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The columns of the table of layers: tick, name, size, cells where there is room, and error. */
final class LayerColumns {
    private static final double NARROW = 320;
    private static final String SCALE = LayersTable.MEANING
            + ".\nOrange after drift, blue after calibration. A full bar is always 100 %, with a mark at its end beyond it.";
    /** px at normal size: of the text, and of what stands to both sides of it. */
    private static final double FONT_PX = 13;

    private static final double PADDING = 9;
    /** Of a heading's letters against the text's. */
    private static final double HEADING_SIZE = 0.88;

    private final LayersViewModel model;
    private final StageTree tree;
    private final DoubleExpression scale;
    private final DoubleExpression tableWidth;

    LayerColumns(LayersViewModel model, StageTree tree, DoubleExpression scale, DoubleExpression tableWidth) {
        this.model = model;
        this.tree = tree;
        this.scale = scale;
        this.tableWidth = tableWidth;
    }

    List<TableColumn<LayerRow, ?>> all() {
        TableColumn<LayerRow, LayerRow> cells = cells();
        // where it is narrow the names matter more; the tooltip of a name has the cells as well
        cells.visibleProperty().bind(tableWidth.greaterThan(scale.multiply(NARROW)));
        return List.of(ticks(), names(), sizes(), cells, errors());
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
        fit(column, "Cells", LayerColumns::cellsOf);
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
        axis.setMinWidth(Region.USE_PREF_SIZE);
        axis.setTooltip(new Tooltip(SCALE));
        return axis;
    }

    private static String cellsOf(LayerRow row) {
        return String.format(Locale.US, "%,d", row.cells());
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
