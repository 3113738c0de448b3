package org.driftscope.io.npy;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An array read from a NumPy file, row-major (C order) whatever the file had. It keeps the file's own bytes, one byte a
 * pixel for uint8 images, and converts on the way out.
 */
public final class NpyArray {
    private final NpyType type;
    private final int[] shape;
    private final ByteBuffer elements;

    /** @param elements row-major, in its own byte order, exactly the shape's elements; not copied */
    NpyArray(NpyType type, int[] shape, ByteBuffer elements) {
        this.type = type;
        this.shape = shape.clone();
        this.elements = elements;
    }

    public NpyType type() {
        return type;
    }

    /** Sizes, outermost first; empty for a single number. */
    public int[] shape() {
        return shape.clone();
    }

    /** Number of elements. */
    public int size() {
        return elements.capacity() / type.bytes();
    }

    /** All elements, row-major; a new array. */
    public double[] doubles() {
        double[] values = new double[size()];
        Arrays.setAll(values, index -> type.real(elements, index));
        return values;
    }

    /**
     * Some elements, row-major, rounded to float; a new array.
     *
     * @param from index of the first
     * @param count how many
     */
    public float[] floats(int from, int count) {
        requireRange(from, count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) type.real(elements, from + i);
        }
        return values;
    }

    /** All elements, row-major, rounded to float; a new array. */
    public float[] floats() {
        return floats(0, size());
    }

    /**
     * All elements of an array of integers or booleans, row-major; a new array.
     *
     * @throws IllegalStateException if the elements are floating-point; see {@link NpyType#isFloating()}
     */
    public long[] longs() {
        if (type.isFloating()) {
            throw new IllegalStateException("an array of " + type + " has no integers");
        }
        long[] values = new long[size()];
        Arrays.setAll(values, index -> type.integer(elements, index));
        return values;
    }

    /**
     * Some elements of a uint8 array as they are; a new array.
     *
     * @throws IllegalStateException if the elements are not uint8
     */
    public byte[] bytes(int from, int count) {
        if (type != NpyType.UINT8) {
            throw new IllegalStateException("an array of " + type + " is not made of bytes");
        }
        requireRange(from, count);
        byte[] values = new byte[count];
        elements.get(from, values);
        return values;
    }

    private void requireRange(int from, int count) {
        if (from < 0 || count < 0 || from > size() - count) {
            throw new IllegalArgumentException("elements " + from + " + " + count + " of " + size());
        }
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
