package org.driftscope.network;

import java.util.Arrays;

/**
 * A constant of a graph: a dense row-major array of floats or of longs (integers and booleans, 0 or 1). Immutable by
 * convention: the array is shared, treat it as read-only.
 */
public final class Tensor {
    /** What the elements mean. */
    public enum Type {
        FLOAT("floating-point numbers"),
        INT("integers"),
        BOOL("true or false");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** What the elements are called in a sentence. */
        public String words() {
            return words;
        }
    }

    private final Type type;
    private final long[] shape;
    private final float[] floats;
    private final long[] longs;

    private Tensor(Type type, long[] shape, float[] floats, long[] longs) {
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        long length = type == Type.FLOAT ? floats.length : longs.length;
        if (size != length) {
            throw new IllegalArgumentException("shape " + Arrays.toString(shape) + " with " + length + " elements");
        }
        this.type = type;
        this.shape = shape.clone();
        this.floats = floats;
        this.longs = longs;
    }

    public static Tensor floats(float[] values, long... shape) {
        return new Tensor(Type.FLOAT, shape, values, new long[0]);
    }

    public static Tensor ints(long[] values, long... shape) {
        return new Tensor(Type.INT, shape, new float[0], values);
    }

    public static Tensor bools(long[] values, long... shape) {
        return new Tensor(Type.BOOL, shape, new float[0], values);
    }

    public Type type() {
        return type;
    }

    public long[] shape() {
        return shape.clone();
    }

    public int size() {
        return type == Type.FLOAT ? floats.length : longs.length;
    }

    /** The elements of a float tensor, row-major. */
    public float[] floats() {
        if (type != Type.FLOAT) {
            throw new IllegalStateException("a tensor of " + type + " has no floats");
        }
        return floats;
    }

    /** The elements of an integer or boolean tensor, row-major. */
    public long[] longs() {
        if (type == Type.FLOAT) {
            throw new IllegalStateException("a tensor of floats has no integers");
        }
        return longs;
    }

    /** Whether type, shape and elements are the same. */
    public boolean sameAs(Tensor other) {
        return type == other.type
                && Arrays.equals(shape, other.shape)
                && Arrays.equals(floats, other.floats)
                && Arrays.equals(longs, other.longs);
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
