package org.driftscope.figure.chart.plot;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.driftscope.figure.chart.ChartFonts;
import org.driftscope.figure.chart.Ink;
import org.driftscope.figure.chart.Pen;
import org.driftscope.figure.chart.SeriesTint;
import org.jspecify.annotations.Nullable;

/**
 * A label and where it stands.
 *
 * @param owner whose it is, as in {@link Ink#owner()}
 * @param box what the text covers, tails of letters included
 * @param leader a thin line from the box to a mark of its series; null where the label stands beside it
 */
public record PlacedLabel(String text, int owner, Font font, SeriesTint tint, Rectangle2D box, @Nullable Ink leader) {
    /** A line of text is this much higher than its font's size. */
    private static final double HEIGHT = 1.08;

    /** From the top of the box to the middle of capital letters, in font sizes. */
    private static final double MIDDLE = 0.44;

    public static double height(Font font) {
        return HEIGHT * font.getSize2D();
    }

    /** A box of a text by its upper left corner. */
    public static Rectangle2D box(String text, Font font, double x, double y) {
        return new Rectangle2D.Double(x, y, ChartFonts.width(font, text), height(font));
    }

    public void draw(Pen pen) {
        if (leader != null) {
            pen.outline(
                    leader.line(), pen.palette().seriesText(tint), pen.style().hairline() * 0.8);
        }
        pen.text(
                text,
                box.getX(),
                box.getY() + MIDDLE * font.getSize2D(),
                0,
                font,
                pen.palette().seriesText(tint));
    }
}
