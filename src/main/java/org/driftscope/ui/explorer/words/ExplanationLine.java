package org.driftscope.ui.explorer.words;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.driftscope.ui.control.SteadyLines;
import org.jspecify.annotations.Nullable;

/**
 * What the last action did, in a sentence or two. It takes as many lines as the longest would, so that nothing below
 * moves; what does not fit is in its card.
 */
public final class ExplanationLine extends SteadyLines {
    private static final double LONGEST_EM = 72;
    private static final int FEWEST_LINES = 2;
    private static final int MOST_LINES = 6;

    private static final String COVERED = "What do you expect? F3 shows the numbers.";

    private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered", false);
    private final KeyFigures figures;

    public ExplanationLine(KeyFigures figures) {
        super(LONGEST_EM, FEWEST_LINES, MOST_LINES);
        this.figures = figures;
        setId("explanation");
        getStyleClass().addAll("explanation", "sentence");
        HoverCard.install(this, this::whole, Side.BOTTOM);
        figures.explanationProperty().subscribe(explanation -> show());
        covered.subscribe(hidden -> show());
    }

    /** Whether the numbers in it are asked for before they are shown. */
    public BooleanProperty coveredProperty() {
        return covered;
    }

    private void show() {
        Explanation explanation = figures.explanationProperty().get();
        setText(covered.get() ? COVERED : explanation.text());
        getStyleClass().remove("attention");
        if (explanation.attention() && !covered.get()) {
            getStyleClass().add("attention");
        }
    }

    private @Nullable Explained whole() {
        Node shown = lookup(".text");
        return shown instanceof Text text && !text.getText().equals(getText())
                ? new Explained("What happened", getText())
                : null;
    }
}
