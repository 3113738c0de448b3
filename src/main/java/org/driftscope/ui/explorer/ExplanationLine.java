package org.driftscope.ui.explorer;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.jspecify.annotations.Nullable;

/**
 * What the last action did, in a sentence or two. It always takes two lines, so that nothing below moves; what does not
 * fit is in its card.
 */
public final class ExplanationLine extends Label {
    public ExplanationLine(KeyFigures figures) {
        setId("explanation");
        getStyleClass().addAll("explanation", "sentence");
        setMaxWidth(Double.MAX_VALUE);
        setWrapText(true);
        HoverCard.install(this, this::whole, Side.BOTTOM);
        figures.explanationProperty().subscribe(explanation -> {
            setText(explanation.text());
            getStyleClass().remove("attention");
            if (explanation.attention()) {
                getStyleClass().add("attention");
            }
        });
    }

    private @Nullable Explained whole() {
        Node shown = lookup(".text");
        return shown instanceof Text text && !text.getText().equals(getText())
                ? new Explained("What happened", getText())
                : null;
    }
}
