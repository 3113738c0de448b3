package org.driftscope.ui.control;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/**
 * Wakes what waits for a layout that nobody plans. In JavaFX 21 a label that moves its text while it is being laid out marks
 * its parent once more (Node's layoutX and layoutY force it), and the pass ends without looking at it again. From then on
 * all that changes in tabs and scrolled views below goes no further up than to that mark, and is not laid out: a chart
 * stays empty, a button keeps its words.
 */
public final class StuckLayout {
    /** A node that marks itself in every pass must not keep the window busy for ever. */
    private static final int MOST_IN_A_ROW = 3;

    private int inARow;

    private StuckLayout() {}

    /** Looks after a window from now on. */
    public static void mend(Scene scene) {
        StuckLayout watch = new StuckLayout();
        scene.addPostLayoutPulseListener(() -> watch.look(scene.getRoot()));
    }

    private void look(Parent root) {
        if (!wake(root, inARow < MOST_IN_A_ROW)) {
            inARow = 0;
        } else {
            inARow++;
        }
    }

    /** Asks for a layout of all that waits below a node that does not. @return whether anything does */
    private static boolean wake(Parent parent, boolean ask) {
        boolean any = false;
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!(child instanceof Parent below) || !child.isVisible()) {
                continue;
            }
            if (below.isNeedsLayout() && !parent.isNeedsLayout()) {
                any = true;
                if (ask) {
                    below.requestLayout();
                }
            }
            any |= wake(below, ask);
        }
        return any;
    }
}
