package org.driftscope.ui.charts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.driftscope.cost.CostRange;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.control.table.CostTable;

/** What one calibration of the ticked layers costs with each method. */
final class CostTab extends BorderPane {
    CostTab(ChartsViewModel model) {
        CostTable table = new CostTable(model.costs());
        table.setId("cost-table");
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
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Change the energies, times and endurance that the costs rest on"));
        button.setOnAction(event -> over.show(button));
        Label note = new Label(CostRange.RULE);
        note.setId("cost-rule");
        note.setTooltip(new Tooltip(CostRange.RULE
                + "\nAllocated and sparse: the whole budget, spread over the layers as their weights are."));
        note.getStyleClass().add("chart-note");
        note.setMinWidth(0);
        HBox row = new HBox(button, note);
        row.getStyleClass().add("cost-actions");
        return row;
    }
}
