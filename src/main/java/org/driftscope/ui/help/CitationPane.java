package org.driftscope.ui.help;

import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/** How to cite the method and this program, as BibTeX that can be copied. */
public final class CitationPane extends VBox {
    private static final String METHOD =
            """
            @article{dong2025drift,
              author  = {Dong, W. and others},
              journal = {arXiv:2504.03763},
              year    = {2025}
            }
            """;

    /** @param version of Driftscope */
    public CitationPane(String version) {
        setId("citation");
        getStyleClass().add("help-part");
        TextArea entries = new TextArea(METHOD + program(version));
        entries.setEditable(false);
        entries.setPrefRowCount(10);
        entries.getStyleClass().add("citation");
        entries.setAccessibleText("BibTeX entries");
        getChildren()
                .addAll(
                        AboutPane.line(
                                "Please cite the method, Dong et al., arXiv 2504.03763 (2025), and the program with the"
                                        + " version that gave the numbers. DoRA: Liu et al., arXiv 2402.09353 (2024)."),
                        entries);
    }

    private static String program(String version) {
        return String.format(
                Locale.ROOT,
                """
               @software{driftscope,
                 title   = {Driftscope: drift and calibration of RRAM crossbars},
                 version = {%s}
               }
               """,
                version);
    }
}
