package org.driftscope.io.image.decode;

import java.awt.image.Raster;
import org.driftscope.io.image.decode.ImageHeader.Coding;

/**
 * A JPEG's samples as red, green and blue, to the level that libjpeg and Pillow give: luma and chroma by JFIF 1.02, four
 * inks by {@code (255 - C) (255 - K) / 255}.
 */
final class JpegColours {
    private static final int HALF = 128;
    private static final int MOST = 255;

    private JpegColours() {}

    /** @return new array, channels first, whole numbers from 0 to 255 */
    static float[] rgb(Raster raster, Coding coding) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        int size = width * height;
        float[] pixels = new float[3 * size];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                put(row, x * bands, coding, pixels, y * width + x, size);
            }
        }
        return pixels;
    }

    private static void put(int[] samples, int from, Coding coding, float[] pixels, int at, int size) {
        int red = samples[from];
        int green = samples[from + 1];
        int blue = samples[from + 2];
        if (coding == Coding.YCC || coding == Coding.YCCK) {
            int luma = red;
            int cb = green - HALF;
            int cr = blue - HALF;
            red = clamped(luma + 1.402 * cr);
            green = clamped(luma - 0.344136 * cb - 0.714136 * cr);
            blue = clamped(luma + 1.772 * cb);
        }
        if (coding == Coding.YCCK) {
            // what was turned to luma and chroma is the complement of what was stored
            red = MOST - red;
            green = MOST - green;
            blue = MOST - blue;
        }
        if (coding == Coding.CMYK || coding == Coding.YCCK) {
            // stored inverted: full ink is 0
            int key = samples[from + 3];
            red = red * key / MOST;
            green = green * key / MOST;
            blue = blue * key / MOST;
        }
        pixels[at] = red;
        pixels[size + at] = green;
        pixels[2 * size + at] = blue;
    }

    private static int clamped(double level) {
        return (int) Math.max(0, Math.min(MOST, Math.rint(level)));
    }
}
