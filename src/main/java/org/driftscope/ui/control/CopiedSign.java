package org.driftscope.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A check mark in place of a button's icon for a moment: what was copied lies on the clipboard, where nobody sees it. */
public final class CopiedSign {
    private static final Duration SHOWN = Duration.seconds(1.5);

    private CopiedSign() {}

    /** Marks a button that has an icon. */
    public static void on(Labeled button) {
        Node icon = button.getGraphic();
        if (icon instanceof FontIcon shown && shown.getIconCode() == MaterialDesignC.CHECK) {
            return;
        }
        button.setGraphic(new FontIcon(MaterialDesignC.CHECK));
        PauseTransition rest = new PauseTransition(SHOWN);
        rest.setOnFinished(event -> button.setGraphic(icon));
        rest.play();
    }
}
