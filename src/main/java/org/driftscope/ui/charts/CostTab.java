package org.driftscope.ui.charts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver;
import org.driftscope.cost.ChangedCosts;
import org.driftscope.cost.CostAssumptions;
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
        Label note = new Label();
        note.setId("cost-rule");
        note.textProperty().bind(model.assumptionsProperty().map(CostTab::basis));
        Tooltip whole = new Tooltip();
        whole.textProperty()
                .bind(
                        note.textProperty()
                                .concat(
                                        "\nAllocated and sparse: the whole budget, spread over the layers as their weights are."));
        note.setTooltip(whole);
        note.getStyleClass().add("chart-note");
        note.setMinWidth(0);
        HBox row = new HBox(button, note);
        row.getStyleClass().add("cost-actions");
        return row;
    }

    /** What the costs rest on: what differs from the default figures first. */
    private static String basis(CostAssumptions figures) {
        String changed = ChangedCosts.words(figures);
        return changed.isEmpty() ? CostRange.RULE : "Changed: " + changed + ". " + CostRange.RULE;
    }
}
