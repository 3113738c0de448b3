package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What this program is and what it stands on, for a dialog. */
public final class AboutPane extends VBox {
    /**
     * @param version of Driftscope
     * @param facts about this build and this machine
     */
    public AboutPane(String version, List<Fact> facts) {
        setId("about");
        getStyleClass().addAll("help-page", "about");
        Label name = new Label("Driftscope " + version);
        name.getStyleClass().add("tour-title");
        getChildren()
                .addAll(
                        name,
                        line(
                                "An explorer for analog AI hardware: see how the conductance of RRAM cells drifts, and calibrate"
                                        + " the loss away without writing a single cell."),
                        new FactGrid(facts),
                        new CitationPane(version),
                        line(
                                "Apache License 2.0. Built with JavaFX, ControlsFX, AtlantaFX, ikonli, ND4J, Jackson, PDFBox,"
                                        + " JFreeChart and Batik."));
    }

    static Label line(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
