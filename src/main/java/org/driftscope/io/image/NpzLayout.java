package org.driftscope.io.image;

import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.support.DataFormatException;

/**
 * How an array's sizes are images: [count, channels, height, width], [count, height, width, channels] or [count, height,
 * width].
 *
 * @param count images
 * @param channels 1 or 3
 * @param height pixels
 * @param width pixels
 * @param channelsLast whether the channels are the last size
 */
record NpzLayout(int count, int channels, int height, int width, boolean channelsLast) {
    private static final int WITHOUT_CHANNELS = 3;
    private static final int WITH_CHANNELS = 4;

    /** Channels are looked for second, then last. @throws DataFormatException if the sizes are not images */
    static NpzLayout of(Path file, int[] shape) {
        boolean empty = Arrays.stream(shape).anyMatch(size -> size < 1);
        if (!empty && shape.length == WITHOUT_CHANNELS) {
            return new NpzLayout(shape[0], 1, shape[1], shape[2], false);
        }
        if (!empty && shape.length == WITH_CHANNELS && isChannels(shape[1])) {
            return new NpzLayout(shape[0], shape[1], shape[2], shape[3], false);
        }
        if (!empty && shape.length == WITH_CHANNELS && isChannels(shape[3])) {
            return new NpzLayout(shape[0], shape[3], shape[1], shape[2], true);
        }
        throw new DataFormatException(file + ": x has shape " + Arrays.toString(shape)
                + ", but must be [images, channels, height, width] or [images, height, width, channels] with 1 or 3"
                + " channels. Reshape it.");
    }

    private static boolean isChannels(int size) {
        return size == 1 || size == 3;
    }

    int pixels() {
        return channels * height * width;
    }
}
