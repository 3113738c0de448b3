package org.driftscope.sample.scene;

/**
 * One drawn image.
 *
 * @param label its class, a {@link ShapeClass#ordinal()}
 * @param pixels red, green and blue plane of 32 x 32 bytes each, row-major; treat as read-only
 */
public record LabelledImage(int label, byte[] pixels) {
    /** Width and height, pixels. */
    public static final int SIZE = Canvas.SIZE;

    /** Red, green, blue. */
    public static final int CHANNELS = 3;
}
