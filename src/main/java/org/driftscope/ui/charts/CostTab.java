package org.driftscope.ui.charts;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;

/** What the calibration costs, against back-propagation. */
final class CostTab extends BorderPane {
    CostTab(ChartsViewModel model) {
        TableView<CostRow> table = new TableView<>(model.costs());
        table.setId("cost-table");
        table.setAccessibleText("Cost of the calibration against back-propagation");
        table.getStyleClass().add("cost-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("Tick a layer to see what calibrating it costs."));
        table.getColumns().add(column("Quantity", CostRow::label, 200, ""));
        table.getColumns().add(column("Value", CostRow::value, 130, "number-column"));
        table.getColumns().add(column("Unit", CostRow::unit, 70, ""));
        table.getColumns().add(column("Ratio to back-prop.", CostRow::ratio, 180, "number-column"));
        table.getColumns().add(column("Note", CostRow::note, 260, "note-column"));
        table.setMinSize(0, 0);
        setCenter(table);
        setBottom(figures(model));
    }

    /** The button that opens the device figures over the table, which follows them at once. */
    private static HBox figures(ChartsViewModel model) {
        PopOver over = new PopOver(new CostFigures(model.assumptionsProperty()));
        over.setArrowLocation(PopOver.ArrowLocation.BOTTOM_LEFT);
        over.setTitle("Device figures");
        Button button = new Button("Device figures\u2026");
        button.setId("cost-device-figures");
        button.setTooltip(new Tooltip("Change the energies, times and endurance that the costs rest on"));
        button.setOnAction(event -> over.show(button));
        Label note = new Label("Published figures differ by decades.");
        note.getStyleClass().add("chart-note");
        HBox row = new HBox(button, note);
        row.getStyleClass().add("cost-actions");
        return row;
    }

    private static TableColumn<CostRow, String> column(
            String title, Function<CostRow, String> text, double width, String styleClass) {
        TableColumn<CostRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        if (!styleClass.isEmpty()) {
            column.getStyleClass().add(styleClass);
        }
        return column;
    }
}
