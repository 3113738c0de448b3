package org.driftscope.figure.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.List;

/**
 * A figure as pixels, for a screen.
 *
 * @param width pixels
 * @param height pixels
 * @param argb row-major, 0xAARRGGBB with premultiplied alpha; shared, not to be modified
 * @param hits where the marks are, in the figure's unit (not pixels)
 */
public record FigureImage(int width, int height, int[] argb, List<HitArea> hits) {
    /**
     * Draws a figure.
     *
     * @param width the figure's width in its own unit
     * @param height the figure's height in its own unit
     * @param scale pixels in one unit
     */
    public static FigureImage draw(Figure figure, double width, double height, double scale, ChartTheme theme) {
        int columns = (int) Math.max(1, Math.round(width * scale));
        int rows = (int) Math.max(1, Math.round(height * scale));
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        List<HitArea> hits = figure.draw(graphics, width, height, theme);
        graphics.dispose();
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new FigureImage(columns, rows, argb, List.copyOf(hits));
    }
}
