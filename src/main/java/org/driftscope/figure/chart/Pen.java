package org.driftscope.figure.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** Drawing in a figure's own terms: texts anchored by their edges, strokes by width, everything in doubles. */
public final class Pen {
    private static final float[] DASH = {4, 3};

    private final Graphics2D graphics;
    private final ChartTheme theme;

    public Pen(Graphics2D graphics, ChartTheme theme) {
        this.graphics = graphics;
        this.theme = theme;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    ChartTheme theme() {
        return theme;
    }

    public ChartPalette palette() {
        return theme.palette();
    }

    public ChartStyle style() {
        return theme.style();
    }

    public Graphics2D graphics() {
        return graphics;
    }

    public Font text() {
        return ChartFonts.regular(style().textSize());
    }

    public Font bold() {
        return ChartFonts.bold(style().textSize());
    }

    public Font small() {
        return ChartFonts.regular(style().tickSize());
    }

    public void background(double width, double height) {
        fill(new Rectangle2D.Double(0, 0, width, height), palette().background());
    }

    public void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    public void outline(Shape shape, Color color, double width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    public void line(double x1, double y1, double x2, double y2, Color color, double width) {
        outline(new Line2D.Double(x1, y1, x2, y2), color, width);
    }

    public void dashed(Shape shape, Color color, double width) {
        dashed(shape, color, width, DASH);
    }

    /** @param pattern lengths of dashes and gaps at the usual size of text */
    public void dashed(Shape shape, Color color, double width, float[] pattern) {
        float[] dash = pattern.clone();
        for (int i = 0; i < dash.length; i++) {
            dash[i] *= (float) unit();
        }
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dash, 0f));
        graphics.draw(shape);
    }

    /** Dashes grow with the text, so that they look alike on paper and on slides. */
    private double unit() {
        return style().textSize() / 12;
    }

    /**
     * Draws a line of text.
     *
     * @param x where its anchor lies
     * @param middle the height of the middle of its capital letters
     * @param anchor 0 when {@code x} is its left edge, 0.5 its centre, 1 its right edge
     */
    public void text(String text, double x, double middle, double anchor, Font font, Color color) {
        graphics.setFont(font);
        graphics.setColor(color);
        double left = x - anchor * ChartFonts.width(font, text);
        graphics.drawString(text, (float) left, (float) (middle + capHeight(font) / 2));
    }

    /** Draws a line of text that reads upwards, centred on a position. */
    public void upwards(String text, double x, double y, Font font, Color color) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.PI / 2);
        text(text, 0, 0, 0.5, font, color);
        graphics.setTransform(before);
    }

    /** The text, or as much of it as fits followed by an ellipsis. */
    public static String fitted(String text, Font font, double width) {
        if (ChartFonts.width(font, text) <= width) {
            return text;
        }
        int keep = text.length();
        while (keep > 0 && ChartFonts.width(font, text.substring(0, keep) + "\u2026") > width) {
            keep--;
        }
        return keep == 0 ? "" : text.substring(0, keep) + "\u2026";
    }

    public static double capHeight(Font font) {
        return font.getSize2D() * 0.72;
    }
}
