package org.driftscope.network.outline;

import java.util.Arrays;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a value before a network runs.
 *
 * @param type of its elements
 * @param shape its sizes, all known; treat as read-only
 * @param content its elements where they do not depend on the images, and are few or given by the model
 */
public record Outline(Tensor.Type type, long[] shape, @Nullable Tensor content) {
    /** A value that is computed from the images. */
    public static Outline of(Tensor.Type type, long... shape) {
        return new Outline(type, shape, null);
    }

    /** A constant. */
    public static Outline of(Tensor content) {
        return new Outline(content.type(), content.shape(), content);
    }

    public int rank() {
        return shape.length;
    }

    /** Number of elements; {@code Long.MAX_VALUE} where it is beyond that. */
    public long size() {
        long size = 1;
        for (long dim : shape) {
            long high = Math.multiplyHigh(size, dim);
            size = high != 0 || size * dim < 0 ? Long.MAX_VALUE : size * dim;
            if (dim == 0) {
                return 0;
            }
        }
        return size;
    }

    /** Bytes it takes when it is computed. */
    public long bytes() {
        long each = type == Tensor.Type.FLOAT ? Float.BYTES : Long.BYTES;
        long size = size();
        return size > Long.MAX_VALUE / each ? Long.MAX_VALUE : size * each;
    }

    boolean isFloat() {
        return type == Tensor.Type.FLOAT;
    }

    @Override
    public String toString() {
        return type.words() + " of shape " + Arrays.toString(shape);
    }
}
