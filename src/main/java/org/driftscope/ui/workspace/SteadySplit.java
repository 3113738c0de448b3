package org.driftscope.ui.workspace;

import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/**
 * Panels that keep their shares when the window becomes larger or smaller. A window that is too small for these shares for
 * a while, as some window managers show a new one, does not change them, nor do panels that need more room for a while, as
 * with larger type: only a divider that is moved does.
 */
public final class SteadySplit extends SplitPane {
    private static final double NEVER = -1;

    private double[] wanted = {};
    private double laidOut;
    private double needed;
    private boolean layingOut;

    public SteadySplit(Node... panels) {
        getDividers().addListener((ListChangeListener<Divider>) change -> {
            while (change.next()) {
                change.getAddedSubList()
                        .forEach(divider -> divider.positionProperty().subscribe((before, now) -> moved()));
            }
        });
        getItems().addAll(panels);
    }

    private void moved() {
        if (!layingOut) {
            wanted = getDividerPositions();
            // panels that have just come may be laid out otherwise at first
            laidOut = NEVER;
        }
    }

    @Override
    protected void layoutChildren() {
        boolean across = getOrientation() == Orientation.HORIZONTAL;
        double length = across ? getWidth() : getHeight();
        double needs = getItems().stream()
                .mapToDouble(panel -> across ? panel.minWidth(-1) : panel.minHeight(-1))
                .sum();
        layingOut = true;
        try {
            super.layoutChildren();
            if ((length != laidOut || needs != needed)
                    && wanted.length == getDividers().size()) {
                laidOut = length;
                needed = needs;
                setDividerPositions(wanted);
                super.layoutChildren();
            }
        } finally {
            layingOut = false;
        }
    }
}
