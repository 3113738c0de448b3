package org.driftscope.ui.charts;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/** What the calibration costs, against back-propagation. */
final class CostTab extends BorderPane {
    private static final double TABLE_SHARE = 0.6;

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
        SplitPane split = new SplitPane(table, new CostFigures(model.assumptionsProperty()));
        split.setId("cost-split");
        split.setDividerPositions(TABLE_SHARE);
        split.setMinSize(0, 0);
        setCenter(split);
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
