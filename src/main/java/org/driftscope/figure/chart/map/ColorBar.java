package org.driftscope.figure.chart.map;

/**
 * The scale beside a heatmap.
 *
 * @param title quantity with unit
 * @param min value of the first colour
 * @param max value of the last colour, above {@code min}
 * @param argb colours from low to high, 0xAARRGGBB, evenly spaced; copied
 */
public record ColorBar(String title, double min, double max, int[] argb) {
    public ColorBar {
        argb = argb.clone();
        if (!(min < max) || argb.length == 0) {
            throw new IllegalArgumentException(
                    "Colour bar from " + min + " to " + max + " with " + argb.length + " colours");
        }
    }

    /** A copy of the colours. */
    @Override
    public int[] argb() {
        return argb.clone();
    }
}
