package org.driftscope.figure.script;

import java.awt.Color;
import java.util.Locale;
import org.driftscope.figure.chart.ChartTheme;
import org.driftscope.figure.chart.SeriesTint;

/**
 * What a chart is drawn on.
 *
 * @param widthMm at final size
 * @param heightMm at final size
 * @param theme colours, and sizes in points
 */
public record Sheet(double widthMm, double heightMm, ChartTheme theme) {
    /** Six hexadecimal digits, as HTML writes them. */
    String hex(Color color) {
        return String.format(Locale.ROOT, "%06X", color.getRGB() & 0xFFFFFF);
    }

    String series(SeriesTint tint) {
        return hex(theme.palette().series(tint));
    }
}
