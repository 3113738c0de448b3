package org.driftscope.ui.lessons;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** A dot a step: those before the present one are full, the present one is ringed. */
final class ProgressDots extends FlowPane {
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    ProgressDots() {
        setId("lesson-dots");
        getStyleClass().add("lesson-dots");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param here the present step, from 0 */
    void show(int here, int count) {
        while (getChildren().size() > count) {
            getChildren().remove(count);
        }
        while (getChildren().size() < count) {
            Region dot = new Region();
            dot.getStyleClass().add("lesson-dot");
            getChildren().add(dot);
        }
        for (int i = 0; i < count; i++) {
            getChildren().get(i).pseudoClassStateChanged(PAST, i < here);
            getChildren().get(i).pseudoClassStateChanged(HERE, i == here);
        }
        setAccessibleText("Step " + (here + 1) + " of " + count);
    }
}
