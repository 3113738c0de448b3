package org.driftscope.ui.history;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;

/** The archived trials; columns sort, the tag is edited in place. */
final class HistoryTable extends TableView<HistoryRow> {
    HistoryTable(HistoryViewModel model) {
        SortedList<HistoryRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setId("history-table");
        setAccessibleText("Archived trials");
        setEditable(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Label(
                "No trials yet. Every calibration here, and every trial of a study here or in the terminal, is kept."));
        getColumns().add(text("Study", 70, row -> String.join(", ", row.trial().studies())));
        getColumns().add(text("Finished (local time)", 142, HistoryRow::finished));
        getColumns().add(text("Method", 95, row -> row.setting("method")));
        getColumns().add(number("Rank", 58, "%.0f", row -> row.number("rank")));
        getColumns().add(text("Mapping", 84, row -> row.setting("mapping")));
        getColumns().add(number("On/off", 66, "%.4g", HistoryRow::onOff));
        getColumns().add(number("Drift %", 70, "%.3g", row -> 100 * row.number("drift")));
        getColumns().add(number("Seed", 58, "%.0f", row -> row.number("seed")));
        getColumns().add(number("Cal. images", 92, "%.0f", row -> row.number("samples")));
        getColumns()
                .add(number(
                        "Drifted %",
                        92, "%.2f", row -> 100 * row.trial().outcome().driftedTop1()));
        getColumns()
                .add(number(
                        "Calibrated %",
                        112, "%.2f", row -> 100 * row.trial().outcome().calibratedTop1()));
        getColumns()
                .add(number(
                        "Updated %", 98, "%.2f", row -> row.trial().outcome().updatedPercent()));
        getColumns().add(tags(model));
        getColumns().add(text("Key", 84, HistoryRow::shortKey));
    }

    private static TableColumn<HistoryRow, String> text(String title, double width, Function<HistoryRow, String> text) {
        TableColumn<HistoryRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }

    private static TableColumn<HistoryRow, Double> number(
            String title, double width, String format, ToDoubleFunction<HistoryRow> value) {
        TableColumn<HistoryRow, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(c -> new NumberCell(format));
        column.setPrefWidth(width);
        column.setEditable(false);
        column.getStyleClass().add("number-column");
        return column;
    }

    private static TableColumn<HistoryRow, String> tags(HistoryViewModel model) {
        TableColumn<HistoryRow, String> column =
                text("Tag", 88, row -> row.trial().tag());
        column.setId("history-tag");
        column.setEditable(true);
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(edit -> model.tag(edit.getRowValue(), edit.getNewValue()));
        return column;
    }

    /** A number; empty where there is none. */
    private static final class NumberCell extends TableCell<HistoryRow, Double> {
        private final String format;

        NumberCell(String format) {
            this.format = format;
        }

        @Override
        protected void updateItem(Double value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null || value.isNaN() ? null : words(value));
        }

        private String words(double value) {
            return Double.isInfinite(value) ? "∞" : String.format(Locale.US, format, value);
        }
    }
}
