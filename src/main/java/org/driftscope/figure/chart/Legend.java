package org.driftscope.figure.chart;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Swatches with names in one row, for charts whose series have no end to stand at. */
final class Legend {
    private Legend() {}

    /**
     * Draws the row, right-aligned.
     *
     * @param right the right edge of the row
     * @param middle the height of its middle
     */
    static void draw(Pen pen, List<Entry> entries, double right, double middle) {
        Font font = pen.text();
        double swatch = Pen.capHeight(font);
        double gap = pen.style().gap();
        double x = right - width(pen, entries);
        for (Entry entry : entries) {
            pen.fill(
                    new Rectangle2D.Double(x, middle - swatch / 2, swatch, swatch),
                    pen.palette().series(entry.tint()));
            x += swatch + gap * 0.7;
            pen.text(entry.name(), x, middle, 0, font, pen.palette().seriesText(entry.tint()));
            x += ChartFonts.width(font, entry.name()) + gap * 2;
        }
    }

    /** The row's width. */
    static double width(Pen pen, List<Entry> entries) {
        double swatch = Pen.capHeight(pen.text());
        double gap = pen.style().gap();
        double names = entries.stream()
                .mapToDouble(entry -> ChartFonts.width(pen.text(), entry.name()))
                .sum();
        return names + entries.size() * (swatch + gap * 2.7) - gap * 2;
    }

    /** A name and its colour. */
    record Entry(String name, SeriesTint tint) {}
}
