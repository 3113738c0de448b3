package org.driftscope.ui.help;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What this program is and what it stands on, for a dialog. */
public final class AboutPane extends VBox {
    /**
     * @param version of Driftscope
     */
    public AboutPane(String version) {
        setId("about");
        getStyleClass().add("about");
        Label name = new Label("Driftscope " + version);
        name.getStyleClass().add("tour-title");
        getChildren().add(name);
        List.of(
                        "An explorer for analog AI hardware: see how the conductance of RRAM cells drifts, and calibrate the"
                                + " loss away without writing a single cell.",
                        "Method: Dong et al., arXiv 2504.03763 (2025); DoRA: Liu et al., arXiv 2402.09353 (2024).",
                        "Apache License 2.0. Built with JavaFX, ControlsFX, AtlantaFX, ikonli, ND4J, Jackson, PDFBox, JFreeChart and Batik.")
                .forEach(line -> {
                    Label label = new Label(line);
                    label.setWrapText(true);
                    getChildren().add(label);
                });
    }
}
