package org.driftscope.ui.charts;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.driftscope.ui.charts.model.ChartNetwork;
import org.driftscope.ui.charts.model.ChartsViewModel;
import org.driftscope.ui.charts.model.RecoveryPoint;

/** Which network's points are shown; there only where there are points of more than one. */
final class NetworkChoice {
    private final ChartsViewModel model;
    private final ChoiceBox<ChartNetwork> choice = new ChoiceBox<>();
    private final HBox root;
    private boolean filling;

    NetworkChoice(ChartsViewModel model) {
        this.model = model;
        choice.setId("recovery-network");
        choice.setAccessibleText("Network whose points are shown");
        choice.setTooltip(new Tooltip("Points of one network are shown at a time."));
        choice.valueProperty().subscribe(chosen -> {
            if (chosen != null && !filling) {
                model.shownNetworkProperty().set(chosen);
            }
        });
        Label label = new Label("Points of");
        label.setLabelFor(choice);
        label.setMinWidth(Label.USE_PREF_SIZE);
        root = new HBox(label, choice);
        root.getStyleClass().add("network-choice");
        root.managedProperty().bind(root.visibleProperty());
        model.points().addListener((ListChangeListener<RecoveryPoint>) change -> fill());
        model.openNetworkProperty().subscribe(open -> fill());
        model.shownNetworkProperty().subscribe(shown -> fill());
    }

    HBox root() {
        return root;
    }

    private void fill() {
        List<ChartNetwork> networks = model.networks();
        filling = true;
        choice.getItems().setAll(networks);
        choice.setValue(networks.stream()
                .filter(network -> network.isSameAs(model.shownNetworkProperty().get()))
                .findFirst()
                .orElse(null));
        filling = false;
        root.setVisible(networks.size() > 1);
    }
}
