package org.driftscope.ui.main;

import javafx.scene.control.Label;

/** One sentence on what the last action did. */
final class ExplanationLine extends Label {
    ExplanationLine(KeyFigures figures) {
        setId("explanation");
        getStyleClass().add("explanation");
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(USE_PREF_SIZE);
        setWrapText(true);
        figures.explanationProperty().subscribe(explanation -> {
            setText(explanation.text());
            getStyleClass().remove("attention");
            if (explanation.attention()) {
                getStyleClass().add("attention");
            }
        });
    }
}
