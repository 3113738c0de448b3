package org.driftscope.ui.explorer.words;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.driftscope.ui.control.Explained;
import org.driftscope.ui.control.HoverCard;
import org.jspecify.annotations.Nullable;

/** The strip of numbers that tells the story from left to right; wraps where the window is narrow. */
public final class KeyFigureStrip extends FlowPane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final String STANDARD_ERROR = "± sqrt(p (1-p) / n), near 0 and 100 % by Wilson";
    private static final String READS =
            " With read noise the line below is the mean over five reads of this one chip and their standard deviation: how"
                    + " chips differ is not in it.";
    private static final Explained CLEAN = new Explained(
            "Clean", "Top-1 accuracy of the network as it was trained, without any drift.", STANDARD_ERROR, "");
    private static final Explained DRIFTED = new Explained(
            "After drift",
            "Top-1 accuracy with all layers that drift on the chip; the Drift card says which."
                    + " Pale while the number of the present chip is on its way."
                    + READS,
            STANDARD_ERROR,
            "");
    private static final Explained CALIBRATED = new Explained(
            "After calibration",
            "Top-1 accuracy on the same chip with the digital corrections beside it." + READS,
            STANDARD_ERROR,
            "");
    private static final Explained RECOVERED = new Explained(
            "Loss recovered",
            "The share of what drift cost that calibration won back.",
            "(calibrated - drifted) / (clean - drifted)",
            "");
    private static final Explained PARAMETERS =
            new Explained("Parameters updated", "Parameters of the corrections in per cent of the network's.");
    private static final Explained WRITES =
            new Explained("RRAM writes", "Cells that the calibration rewrites. The corrections are digital, so: none.");

    private final BooleanProperty covered = new SimpleBooleanProperty(this, "covered", false);

    public KeyFigureStrip(
            KeyFigures figures, ReadOnlyBooleanProperty driftedBusy, ReadOnlyBooleanProperty calibratedBusy) {
        setId("key-figures");
        getStyleClass().add("key-figures");
        getChildren()
                .addAll(List.of(
                        figure("clean", CLEAN, figures.cleanProperty(), null),
                        figure("drifted", DRIFTED, figures.driftedProperty(), busySign(driftedBusy)),
                        figure("calibrated", CALIBRATED, figures.calibratedProperty(), busySign(calibratedBusy)),
                        figure("recovered", RECOVERED, figures.recoveredProperty(), null),
                        figure("parameters", PARAMETERS, figures.parametersProperty(), null),
                        figure("writes", WRITES, figures.writesProperty(), null)));
        getChildren().get(getChildren().size() - 1).pseudoClassStateChanged(PseudoClass.getPseudoClass("last"), true);
    }

    /** Whether the numbers are asked for before they are shown. */
    public BooleanProperty coveredProperty() {
        return covered;
    }

    private VBox figure(String id, Explained explained, ReadOnlyObjectProperty<KeyFigure> shown, @Nullable Node busy) {
        Label caption = new Label(explained.label());
        caption.getStyleClass().add("caption");
        caption.setMinWidth(USE_PREF_SIZE);
        Label value = new Label();
        value.setId("figure-" + id);
        value.getStyleClass().add("value");
        value.setMinWidth(USE_PREF_SIZE);
        Label uncertainty = new Label();
        uncertainty.getStyleClass().add("uncertainty");
        uncertainty.setMinWidth(USE_PREF_SIZE);
        Label more = new Label();
        more.setId("figure-" + id + "-more");
        more.getStyleClass().add("uncertainty");
        more.setMinWidth(USE_PREF_SIZE);
        Runnable show = () -> {
            KeyFigure figure = covered.get() ? shown.get().covered() : shown.get();
            value.setText(figure.value());
            uncertainty.setText(figure.uncertainty());
            more.setText(figure.more());
            more.setVisible(!figure.more().isEmpty());
            more.setManaged(more.isVisible());
            value.pseudoClassStateChanged(STALE, figure.stale());
        };
        shown.subscribe(show);
        covered.subscribe(show);
        show.run();
        HBox heading = new HBox(6, caption);
        heading.setAlignment(Pos.CENTER_LEFT);
        if (busy != null) {
            heading.getChildren().add(busy);
        }
        HBox line = new HBox(6, value, uncertainty);
        line.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(heading, line, more);
        box.getStyleClass().addAll("key-figure", id);
        HoverCard.install(box, explained, Side.BOTTOM);
        return box;
    }

    /** Takes its place even when it is not shown, so that nothing moves. */
    private static ProgressIndicator busySign(ReadOnlyBooleanProperty busy) {
        ProgressIndicator sign = new ProgressIndicator();
        sign.setAccessibleText("A newer number is on its way");
        sign.visibleProperty().bind(busy);
        return sign;
    }
}
