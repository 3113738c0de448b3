package org.driftscope.ui.help;

import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import org.driftscope.io.lesson.Glossary;

/** The words of the window and what they mean, for a dialog. */
public final class GlossaryPane extends ScrollPane {
    public GlossaryPane() {
        setId("glossary");
        getStyleClass().add("help-scroll");
        setFitToWidth(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("help-page", "glossary");
        int row = 0;
        for (Map.Entry<String, String> entry : Glossary.all().entrySet()) {
            Label word = new Label(entry.getKey());
            word.getStyleClass().add("glossary-word");
            word.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row++, word, AboutPane.line(entry.getValue()));
        }
        setContent(grid);
    }
}
