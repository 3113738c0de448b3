package org.driftscope.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.TextFieldTableCell;
import org.driftscope.experiment.archive.TrialColumn;
import org.driftscope.experiment.archive.TrialColumns;
import org.driftscope.experiment.setting.CalibrationSettings;
import org.driftscope.experiment.setting.DeviceSettings;
import org.driftscope.experiment.setting.DriftSettings;
import org.driftscope.experiment.sweep.Studies;
import org.driftscope.ui.control.table.SettingText;
import org.driftscope.ui.control.table.WholeTextCell;
import org.jspecify.annotations.Nullable;

/** The archived trials; columns sort, the tag is edited in place. */
final class HistoryTable extends TableView<HistoryRow> {
    /** Room for a heading, px. */
    private static final double CHARACTER = 8.5;

    private static final double PADDING = 24;

    HistoryTable(HistoryViewModel model) {
        setItems(model.shown());
        setSortPolicy(table -> {
            model.sort(orders());
            return true;
        });
        setId("history-table");
        setAccessibleText("Archived trials");
        setEditable(true);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        Label nothing = new Label();
        nothing.textProperty()
                .bind(model.filterProperty()
                        .map(words -> words.isBlank()
                                ? "No trials yet. Every calibration here, and every trial of a study here or in the"
                                        + " terminal, is kept."
                                : "No trial has these words."));
        setPlaceholder(nothing);
        // what tells trials apart comes first; what does not fit is reached by scrolling, and nothing is cut
        getColumns().add(text("Finished (local)", 152, HistoryRow::finished));
        getColumns().add(text("Model", 156, HistoryRow::model));
        getColumns().add(text("Method", 330, HistoryRow::variant));
        getColumns()
                .add(number(
                        "Rank", 62, "%.0f", row -> row.ranked() ? row.number(CalibrationSettings.RANK) : Double.NaN));
        getColumns().add(text("Cells", 92, HistoryRow::cells));
        getColumns()
                .add(number(
                        "Drift %", 70, "%.3g", row -> row.ages() ? Double.NaN : 100 * row.number(DriftSettings.DRIFT)));
        getColumns().add(number("Seed", 78, "%.0f", row -> row.number(DriftSettings.SEED)));
        TrialColumns.brief().forEach(column -> getColumns().add(number(column)));
        getColumns().add(number(TrialColumns.IMAGES));
        getColumns()
                .add(text(
                        "Mapping",
                        148,
                        row -> SettingText.value(DeviceSettings.MAPPING.name(), row.setting(DeviceSettings.MAPPING))));
        getColumns().add(number("On/off", 70, "%.4g", HistoryRow::onOff));
        getColumns().add(number("Calibrated on", 124, "%.0f", row -> row.number(CalibrationSettings.SAMPLES)));
        getColumns().add(text("Study", 84, row -> row.trial().studies().stream()
                .map(Studies::label)
                .collect(Collectors.joining(", "))));
        getColumns().add(tags(model));
        getColumns().add(text("Key", 92, HistoryRow::shortKey));
    }

    /** Keeps numbers whole at any size of text. @param scale of the text, 1 as usual */
    void scale(double scale) {
        getColumns().forEach(column -> column.setPrefWidth(scale * (double) column.getUserData()));
    }

    private List<HistoryOrder> orders() {
        return getSortOrder().stream().map(HistoryTable::order).toList();
    }

    @SuppressWarnings("unchecked")
    private static HistoryOrder order(TableColumn<HistoryRow, ?> column) {
        Comparator<@Nullable Object> values = (Comparator<@Nullable Object>) column.getComparator();
        boolean up = column.getSortType() == TableColumn.SortType.ASCENDING;
        return new HistoryOrder(column::getCellData, up ? values : values.reversed());
    }

    private static TableColumn<HistoryRow, String> text(String title, double width, Function<HistoryRow, String> text) {
        TableColumn<HistoryRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().isRead() ? text.apply(cell.getValue()) : ""));
        column.setCellFactory(c -> new WholeTextCell<>());
        column.setUserData(width);
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }

    private static TableColumn<HistoryRow, Double> number(TrialColumn column) {
        double width = column.label().length() * CHARACTER + PADDING;
        return number(column.label(), width, column.format(), row -> column.shown(row.outcome()));
    }

    private static TableColumn<HistoryRow, Double> number(
            String title, double width, String format, ToDoubleFunction<HistoryRow> value) {
        TableColumn<HistoryRow, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(
                cell.getValue().isRead() ? value.applyAsDouble(cell.getValue()) : Double.NaN));
        column.setCellFactory(c -> new NumberCell(format));
        column.setUserData(width);
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
