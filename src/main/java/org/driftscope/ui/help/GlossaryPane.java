package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;

/** The words of the window and what they mean, for a dialog. */
public final class GlossaryPane extends ScrollPane {
    private static final List<Fact> WORDS = List.of(
            new Fact("RRAM", "Resistive memory. A cell stores a value as a conductance, in microsiemens (µS)."),
            new Fact(
                    "Crossbar",
                    "A grid of cells that multiplies: voltages enter by the rows, currents leave by the columns. Each layer"
                            + " of the network lies on one."),
            new Fact("Tile", "One physical array. A large crossbar is cut into several."),
            new Fact("G⁺, G⁻", "The two cells that hold one signed weight, as G⁺ − G⁻."),
            new Fact("Target", "The conductance that the mapping asks of a cell."),
            new Fact("Drift", "What moves a cell's conductance after it was programmed."),
            new Fact("Relative drift", "Spread of the drift in per cent of the cell's conductance."),
            new Fact("On/off ratio", "Highest over lowest conductance of a cell."),
            new Fact("Chip", "All layers after drift. Another seed is another chip of the same kind."),
            new Fact("Calibration", "Fitting a small digital correction, so that the network answers as before drift."),
            new Fact("LoRA", "A correction of low rank beside a layer: W' = Wr + A B."),
            new Fact("DoRA", "The same with one magnitude a column: W' = m (Wr + A B) / ||Wr + A B||."),
            new Fact("Rank", "Columns of A and rows of B: the size of the correction."),
            new Fact("Magnitude", "A factor for each column, or output, of a layer."),
            new Fact("Calibration images", "Images to fit with, without labels. Never those to score with."),
            new Fact("Feature error", "How far a layer's output is from that of the clean network."),
            new Fact("Loss recovered", "(calibrated − drifted) / (clean − drifted) accuracy."),
            new Fact("SRAM", "Digital memory beside the crossbars, where corrections live."),
            new Fact("Back-propagation", "The usual training. On a chip it rewrites all cells again and again."));

    public GlossaryPane() {
        setId("glossary");
        getStyleClass().add("help-scroll");
        setFitToWidth(true);
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("help-page", "glossary");
        for (int i = 0; i < WORDS.size(); i++) {
            Label word = new Label(WORDS.get(i).name());
            word.getStyleClass().add("glossary-word");
            word.setMinWidth(USE_PREF_SIZE);
            grid.addRow(i, word, AboutPane.line(WORDS.get(i).value()));
        }
        setContent(grid);
    }
}
