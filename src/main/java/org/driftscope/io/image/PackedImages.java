package org.driftscope.io.image;

import java.util.Objects;

/** Images stored one after the other as unsigned bytes, channels first: CIFAR records and IDX. */
final class PackedImages extends DescribedImages {
    private final PixelBytes bytes;
    private final long firstPixel;
    private final int stride;

    /**
     * @param firstPixel place of the first image's first pixel
     * @param stride bytes from one image's first pixel to the next one's
     */
    PackedImages(SetDescription description, PixelBytes bytes, long firstPixel, int stride) {
        super(description);
        this.bytes = bytes;
        this.firstPixel = firstPixel;
        this.stride = stride;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        Objects.checkIndex(index, count());
        byte[] pixels = new byte[description().pixels()];
        bytes.read(firstPixel + (long) index * stride, pixels);
        for (int i = 0; i < pixels.length; i++) {
            target[offset + i] = pixels[i] & 0xFF;
        }
    }
}
