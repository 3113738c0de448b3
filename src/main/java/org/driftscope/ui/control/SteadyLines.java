package org.driftscope.ui.control;

import javafx.scene.control.Label;

/**
 * A label that takes as many lines as its longest sentence would at its width, whatever it says now: nothing below moves
 * when the sentence changes, and narrow windows and large type cut none.
 */
public class SteadyLines extends Label {
    private static final double LINE_EM = 1.4;

    private final double longestEm;
    private final int fewest;
    private final int most;

    /**
     * @param longestEm length of the longest sentence in one line, in font sizes
     * @param fewest lines
     * @param most lines; what needs more is cut
     */
    public SteadyLines(double longestEm, int fewest, int most) {
        this.longestEm = longestEm;
        this.fewest = fewest;
        this.most = most;
        setWrapText(true);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return height(width);
    }

    private double height(double width) {
        double em = getFont().getSize();
        double sides = snappedLeftInset() + snappedRightInset();
        double inside = (width < 0 ? getWidth() : width) - sides;
        long lines = inside <= 0 ? fewest : Math.round(Math.ceil(longestEm * em / inside));
        return snapSizeY(Math.max(fewest, Math.min(most, lines)) * LINE_EM * em)
                + snappedTopInset()
                + snappedBottomInset();
    }
}
