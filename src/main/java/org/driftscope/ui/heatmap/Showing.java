package org.driftscope.ui.heatmap;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Tells whether a node can be seen, and calls back once when one that couldn't comes into sight. */
final class Showing {
    private Showing() {}

    /** Whether the node is visible up to its root; if not, {@code later} runs when what hides it shows again. */
    static boolean orLater(Node node, Runnable later) {
        Node hidden = hiddenAncestor(node);
        if (hidden == null) {
            return true;
        }
        hidden.visibleProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable observed) {
                observed.removeListener(this);
                later.run();
            }
        });
        return false;
    }

    private static @Nullable Node hiddenAncestor(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return at;
            }
        }
        return null;
    }
}
