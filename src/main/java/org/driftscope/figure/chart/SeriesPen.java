package org.driftscope.figure.chart;

import java.awt.Color;
import java.awt.Shape;

/**
 * Draws lines and marks of one series. Colour and shape say which method it is; series of one method differ in how they are
 * filled and dashed.
 */
public final class SeriesPen {
    private static final float[] SOLID = {};
    private static final float[] DASHED = {4, 2};
    private static final float[] DOTTED = {1, 1.6f};
    private static final float[] DASH_DOT = {6, 1.6f, 1, 1.6f};
    private static final float[] SHORT = {2, 2};
    private static final float[] LONG = {8, 2, 1, 2, 1, 2};

    /** No two together with their fills are alike, so that as many series of one method can be told apart. */
    private static final float[][] DASHES = {
        SOLID, DASHED, DOTTED, DASH_DOT, SOLID, SHORT,
        LONG, DASHED, DOTTED, DASH_DOT, SOLID, SHORT,
        LONG, DASHED, DOTTED, DASH_DOT, SHORT, LONG
    };

    /** How much of the colour fills a mark. */
    private static final double[] FILLS = {
        1, 0, 0.45, 1, 0, 0.45,
        1, 1, 0, 0.45, 0.45, 1,
        0, 0.45, 1, 0, 0, 0.45
    };

    /** Of the series of one method beyond the third, which their fills and dashes alone would not tell apart at a glance. */
    private static final Marker[] OTHERS = {
        Marker.SQUARE, Marker.DIAMOND, Marker.TRIANGLE, Marker.STAR, Marker.CROSS, Marker.PENTAGON
    };

    private static final int OWN_MARKERS = 3;

    private final Pen pen;
    private final SeriesTint tint;
    private final int variant;
    private final Color color;

    /** @param variant 0 for the first series of a tint in a chart, 1 for the next */
    public SeriesPen(Pen pen, SeriesTint tint, int variant) {
        this.pen = pen;
        this.tint = tint;
        this.variant = variant % DASHES.length;
        this.color = pen.palette().series(tint);
    }

    /** How much of the colour fills a mark, 0 to 1. */
    public static double filled(int variant) {
        return FILLS[variant % FILLS.length];
    }

    /** What fills a mark. */
    public static Color fill(ChartPalette palette, SeriesTint tint, int variant) {
        return ChartPalette.mix(palette.background(), palette.series(tint), filled(variant));
    }

    public Color color() {
        return color;
    }

    public void join(Shape path) {
        float[] dashes = DASHES[variant];
        if (dashes.length == 0) {
            pen.outline(path, color, pen.style().lineWidth());
        } else {
            pen.dashed(path, color, pen.style().lineWidth(), dashes);
        }
    }

    private Marker marker() {
        return variant < OWN_MARKERS ? tint.marker() : OTHERS[(variant - OWN_MARKERS) % OTHERS.length];
    }

    public void mark(double x, double y) {
        double size = pen.style().markerSize();
        if (filled(variant) == 1) {
            pen.fill(marker().at(x, y, size), color);
            return;
        }
        double rim = Math.min(pen.style().lineWidth() * 0.8, size * 0.2);
        Shape inner = marker().at(x, y, size - rim);
        pen.fill(inner, fill(pen.palette(), tint, variant));
        pen.outline(inner, color, rim);
    }
}
