package org.driftscope.ui.theme;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;

/** Makes controls that never ask for less than they have ask anew, as after smaller type: choices keep their largest width. */
final class Remeasure {
    private Remeasure() {}

    static void all(Parent root) {
        for (Node node : root.getChildrenUnmodifiable()) {
            if (node instanceof ComboBox<?> box) {
                box.resize(0, box.getHeight());
                box.requestLayout();
            }
            if (node instanceof Parent parent) {
                all(parent);
            }
        }
    }
}
