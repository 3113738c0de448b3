package org.driftscope.ui.presentation;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A panel that gives its place to a remark while what it shows is to be asked for first. */
public final class Cover extends StackPane {
    /** @param covered whether the remark is shown instead of the panel */
    public Cover(Node panel, ObservableValue<Boolean> covered) {
        Label remark = new Label("Covered until the numbers are shown (F3)");
        remark.getStyleClass().add("cover");
        remark.setWrapText(true);
        remark.visibleProperty().bind(covered);
        panel.visibleProperty().bind(covered.map(hidden -> !hidden));
        getStyleClass().add("covered");
        setMinSize(0, 0);
        getChildren().addAll(panel, remark);
    }
}
