package org.driftscope.ui.main;

import javafx.scene.control.SplitPane;

/** Panels that keep their shares of the width when the window becomes wider or narrower. */
final class SteadySplit extends SplitPane {
    private double laidOutWidth;

    @Override
    protected void layoutChildren() {
        double[] shares = getDividerPositions();
        super.layoutChildren();
        if (getWidth() != laidOutWidth) {
            laidOutWidth = getWidth();
            setDividerPositions(shares);
            super.layoutChildren();
        }
    }
}
