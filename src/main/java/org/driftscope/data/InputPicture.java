package org.driftscope.data;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An image as a network takes it.
 *
 * @param width pixels
 * @param height pixels
 * @param argb row by row: the least value black, the highest white; treat as read-only
 * @param least value after preprocessing
 * @param highest value after preprocessing
 */
public record InputPicture(int width, int height, int[] argb, float least, float highest) {
    private static final int RGB = 3;
    private static final int OPAQUE = 0xFF000000;
    private static final int WHITE = 255;

    /** An image of a set. @param number below the set's count */
    public static InputPicture of(ImageSource images, Preprocessing preprocessing, int number) {
        int pixels = images.height() * images.width();
        float[] values = new float[images.channels() * pixels];
        images.read(number, values, 0);
        preprocessing.applyInPlace(values, 0, images.channels(), pixels);
        float least = values[0];
        float highest = values[0];
        for (float value : values) {
            least = Math.min(least, value);
            highest = Math.max(highest, value);
        }
        int[] argb = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            int packed = OPAQUE;
            for (int c = 0; c < RGB; c++) {
                int channel = images.channels() == RGB ? c : 0;
                packed |= level(values[channel * pixels + i], least, highest) << (8 * (RGB - 1 - c));
            }
            argb[i] = packed;
        }
        return new InputPicture(images.width(), images.height(), argb, least, highest);
    }

    private static int level(float value, float least, float highest) {
        return highest > least ? Math.round((value - least) / (highest - least) * WHITE) : 0;
    }

    /** "-2.12 to 2.64", on two lines. */
    public String range() {
        return String.format(Locale.US, "%.3g\nto %.3g", least, highest).replace("-", "−");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InputPicture that
                && width == that.width
                && height == that.height
                && least == that.least
                && highest == that.highest
                && Arrays.equals(argb, that.argb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(argb);
    }
}
