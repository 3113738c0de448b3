package org.driftscope.io.image;

import java.util.Objects;
import org.driftscope.io.npy.NpyArray;

/** Images of a NumPy array in memory, converted as they are asked for. */
final class NpzImages extends DescribedImages {
    private final NpyArray x;
    private final boolean channelsLast;
    private final float scale;

    /**
     * @param x images, channels first or last as {@code channelsLast} says
     * @param scale factor that makes 0 to 255 of the values
     */
    NpzImages(SetDescription description, NpyArray x, boolean channelsLast, float scale) {
        super(description);
        this.x = x;
        this.channelsLast = channelsLast;
        this.scale = scale;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int size = description().pixels();
        int channels = channels();
        float[] values = x.floats(Objects.checkIndex(index, count()) * size, size);
        for (int i = 0; i < size; i++) {
            int to = channelsLast ? i % channels * (size / channels) + i / channels : i;
            target[offset + to] = values[i] * scale;
        }
    }
}
