package org.driftscope.ui.charts;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import org.driftscope.evaluation.Spread;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryAcross;
import org.driftscope.ui.charts.model.RecoveryAxis;

/** What the recovery chart shows: across, upwards, as bars, and whether what nothing else beats is joined. */
final class ShowMenu {
    private final MenuButton button = new MenuButton("Show");

    ShowMenu(ChartsViewModel model) {
        button.setId("recovery-show");
        button.setTooltip(
                new Tooltip(
                        "Chooses what the chart shows: parameters or SRAM bits across; upwards accuracy or the share of what each chip's own drift"
                                + " cost, what the bars of means over chips are, and the Pareto front: the points that no other beats."));
        CheckMenuItem front = new CheckMenuItem("Pareto front");
        front.setId("recovery-pareto");
        front.selectedProperty().bindBidirectional(model.paretoFrontProperty());
        button.getItems()
                .setAll(
                        choice("Across", List.of(RecoveryAcross.values()), model.recoveryAcrossProperty()),
                        choice("Upwards", List.of(RecoveryAxis.values()), model.recoveryAxisProperty()),
                        choice("Bars over chips", List.of(Spread.values()), model.barsProperty()),
                        new SeparatorMenuItem(),
                        front);
        button.setMinWidth(MenuButton.USE_PREF_SIZE);
    }

    MenuButton root() {
        return button;
    }

    private static <T> Menu choice(String name, List<T> values, ObjectProperty<T> chosen) {
        Menu menu = new Menu(name);
        ToggleGroup group = new ToggleGroup();
        for (T value : values) {
            RadioMenuItem item = new RadioMenuItem(value.toString());
            item.setToggleGroup(group);
            item.setOnAction(event -> chosen.set(value));
            chosen.subscribe(now -> item.setSelected(value.equals(now)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
