package org.driftscope.ui.control;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to something that is spoken of. */
public final class Reveal {
    /** Where in the view it then is, as a share of the room around it: what stands below it is seen as well. */
    private static final double FROM_TOP = 1.0 / 3;

    private Reveal() {}

    /** Scrolls every pane around a node until all of it is seen; panes that show it do not move. */
    public static void scrollTo(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane && pane.getContent() != null) {
                scroll(pane, node);
            }
        }
    }

    private static void scroll(ScrollPane pane, Node node) {
        Bounds place = pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
        Bounds content = pane.getContent().getLayoutBounds();
        Bounds view = pane.getViewportBounds();
        pane.setHvalue(value(place.getMinX(), place.getMaxX(), content.getWidth(), view.getWidth(), pane.getHvalue()));
        pane.setVvalue(
                value(place.getMinY(), place.getMaxY(), content.getHeight(), view.getHeight(), pane.getVvalue()));
        pane.layout();
    }

    /** How far to scroll, 0 to 1, for a part from {@code first} to {@code last}; all others in px. */
    static double value(double first, double last, double whole, double seen, double now) {
        double hidden = whole - seen;
        if (hidden <= 0) {
            return now;
        }
        double top = now * hidden;
        if (first >= top && last <= top + seen) {
            return now;
        }
        double room = Math.max(0, seen - (last - first));
        return Math.max(0, Math.min(1, (first - room * FROM_TOP) / hidden));
    }
}
