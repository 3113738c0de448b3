package org.driftscope.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The card that explains a setting, and labels that carry one. */
public final class HoverCard {
    private static final Duration DELAY = Duration.millis(350);

    private HoverCard() {}

    /** A label with its card, for the control it names; screen readers hear the card as the control's help. */
    public static Label label(Explained explained, Control control) {
        Label label = new Label(explained.label());
        label.getStyleClass().add("setting-label");
        label.setLabelFor(control);
        label.setTooltip(card(explained));
        control.setTooltip(card(explained));
        control.setAccessibleText(explained.label());
        control.setAccessibleHelp(explained.meaning());
        return label;
    }

    /** The card itself. */
    public static Tooltip card(Explained explained) {
        VBox content = new VBox(6, line(explained.label(), "card-title"), line(explained.meaning(), "card-text"));
        content.getStyleClass().add("hover-card");
        if (!explained.formula().isEmpty()) {
            content.getChildren().add(line(explained.formula(), "card-formula"));
        }
        if (!explained.source().isEmpty()) {
            content.getChildren().add(line(explained.source(), "card-source"));
        }
        Tooltip tooltip = new Tooltip();
        tooltip.setGraphic(content);
        tooltip.setShowDelay(DELAY);
        tooltip.setShowDuration(Duration.INDEFINITE);
        return tooltip;
    }

    private static Label line(String text, String style) {
        Label line = new Label(text);
        line.getStyleClass().add(style);
        line.setWrapText(true);
        return line;
    }
}
