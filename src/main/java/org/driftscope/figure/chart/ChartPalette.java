package org.driftscope.figure.chart;

import java.awt.Color;

/** Paper and ink: the colours of everything in a figure that is not a series. */
public enum ChartPalette {
    LIGHT(0xFFFFFF, 0x1F2328, 0x59636E, 0xEAEEF2, 0xD1D9E0, false),
    DARK(0x0D1117, 0xE6EDF3, 0x9198A1, 0x21262D, 0x3D444D, true),
    PRINT(0xFFFFFF, 0x000000, 0x333333, 0xE0E0E0, 0x808080, false);

    /** Contrast that WCAG 2.1 (1.4.3) asks of text. */
    private static final double READABLE = 4.5;

    private final Color background;
    private final Color ink;
    private final Color mutedInk;
    private final Color grid;
    private final Color border;
    private final boolean dark;

    ChartPalette(int background, int ink, int mutedInk, int grid, int border, boolean dark) {
        this.background = new Color(background);
        this.ink = new Color(ink);
        this.mutedInk = new Color(mutedInk);
        this.grid = new Color(grid);
        this.border = new Color(border);
        this.dark = dark;
    }

    public Color background() {
        return background;
    }

    /** Titles and axis titles. */
    public Color ink() {
        return ink;
    }

    /** Tick labels and notes. */
    public Color mutedInk() {
        return mutedInk;
    }

    public Color grid() {
        return grid;
    }

    /** Outlines of images and colour bars. */
    public Color border() {
        return border;
    }

    /** Lines and markers of a series. */
    public Color series(SeriesTint tint) {
        return new Color(tint.rgb(dark));
    }

    /** Text that names a series: its colour, moved towards the ink until it can be read on the background. */
    public Color seriesText(SeriesTint tint) {
        Color base = series(tint);
        for (int step = 0; step < 10; step++) {
            Color mixed = mix(base, ink, step / 10.0);
            if (contrast(mixed, background) >= READABLE) {
                return mixed;
            }
        }
        return ink;
    }

    /** Black or white, whichever reads better on a fill. */
    public static Color inkOn(Color fill) {
        return contrast(Color.WHITE, fill) >= contrast(Color.BLACK, fill) ? Color.WHITE : Color.BLACK;
    }

    /** Linear mix in sRGB: 0 gives {@code a}, 1 gives {@code b}. */
    public static Color mix(Color a, Color b, double share) {
        return new Color(
                channel(a.getRed(), b.getRed(), share),
                channel(a.getGreen(), b.getGreen(), share),
                channel(a.getBlue(), b.getBlue(), share));
    }

    /** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.1, "contrast ratio" and "relative luminance". */
    static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static int channel(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }
}
