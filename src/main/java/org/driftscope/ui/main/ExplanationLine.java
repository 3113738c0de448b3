package org.driftscope.ui.main;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** One sentence on what the last action did; whole in its tooltip where the window is narrow. */
final class ExplanationLine extends Label {
    ExplanationLine(KeyFigures figures) {
        setId("explanation");
        getStyleClass().add("explanation");
        setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(480);
        setTooltip(whole);
        figures.explanationProperty().subscribe(explanation -> {
            setText(explanation.text());
            whole.setText(explanation.text());
            getStyleClass().remove("attention");
            if (explanation.attention()) {
                getStyleClass().add("attention");
            }
        });
    }
}
