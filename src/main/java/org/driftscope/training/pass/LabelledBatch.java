package org.driftscope.training.pass;

import java.util.Arrays;

/**
 * Images ready to enter a network, with their classes.
 *
 * @param images preprocessed, NCHW, row-major; treat as read-only
 * @param shape of one image: channels, height, width; treat as read-only
 * @param labels one an image; treat as read-only
 */
public record LabelledBatch(float[] images, long[] shape, int[] labels) {
    public LabelledBatch {
        long size = labels.length;
        for (long axis : shape) {
            size *= axis;
        }
        if (size != images.length) {
            throw new IllegalArgumentException(labels.length + " labels for " + images.length + " values");
        }
    }

    public int count() {
        return labels.length;
    }

    /** Images {@code from} (inclusive) to {@code to} (exclusive); copied. */
    public LabelledBatch part(int from, int to) {
        int each = images.length / labels.length;
        float[] values = Arrays.copyOfRange(images, from * each, to * each);
        return new LabelledBatch(values, shape, Arrays.copyOfRange(labels, from, to));
    }

    /** {@code count} images from {@code from} on, going on with the first after the last; copied. */
    public LabelledBatch wrapped(int from, int count) {
        int each = images.length / labels.length;
        float[] values = new float[count * each];
        int[] classes = new int[count];
        for (int i = 0; i < count; i++) {
            int source = (from + i) % labels.length;
            System.arraycopy(images, source * each, values, i * each, each);
            classes[i] = labels[source];
        }
        return new LabelledBatch(values, shape, classes);
    }

    /** The shape with the batch in front: [count, channels, height, width]. */
    public long[] batchShape() {
        long[] result = new long[shape.length + 1];
        result[0] = labels.length;
        System.arraycopy(shape, 0, result, 1, shape.length);
        return result;
    }
}
