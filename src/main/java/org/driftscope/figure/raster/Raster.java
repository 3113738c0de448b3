package org.driftscope.figure.raster;

/**
 * A picture as plain integers. The array is shared, not copied.
 *
 * @param width pixels
 * @param height pixels
 * @param argb premultiplied ARGB, row-major from the upper left, length width * height
 */
public record Raster(int width, int height, int[] argb) {
    public Raster {
        if (width < 0 || height < 0 || (long) width * height != argb.length) {
            throw new IllegalArgumentException(
                    "raster of " + width + " x " + height + " with " + argb.length + " pixels");
        }
    }

    public int at(int x, int y) {
        return argb[y * width + x];
    }
}
