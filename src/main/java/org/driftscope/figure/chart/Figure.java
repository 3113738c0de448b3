package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.util.List;

/** A picture of numbers that draws itself the same way on a screen, in a file and on paper. */
public interface Figure {
    /** What the figure shows, for a window's title, a file's metadata and screen readers. */
    String title();

    /**
     * Draws the figure into the rectangle (0, 0) to (width, height), background included.
     *
     * @param graphics where to draw; its settings are not restored
     * @param width in the theme's unit: points on paper, logical pixels on a screen
     * @param height as {@code width}
     * @return where the marks are, in the same unit, in drawing order
     */
    List<HitArea> draw(Graphics2D graphics, double width, double height, ChartTheme theme);

    /** The numbers behind the picture, complete. */
    FigureTable table();

    /** The height below which parts of the figure would be left out; 0 where it adapts to any height. */
    default double naturalHeight(ChartTheme theme) {
        return 0;
    }

    /** Whether it has parts that want to stand beside each other, over the full width of a page. */
    default boolean isWide() {
        return false;
    }

    /** As {@link #naturalHeight(ChartTheme)}, where the width is known. */
    default double naturalHeight(ChartTheme theme, double width) {
        return naturalHeight(theme);
    }
}
