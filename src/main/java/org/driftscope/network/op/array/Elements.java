package org.driftscope.network.op.array;

import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Elements of any type seen in ONNX's order, wherever and however they lie in memory. */
public final class Elements {
    private static final long MOST_ON_HEAP = 1L << 28;

    private final long[] shape;
    private final long[] strides;
    private final @Nullable FloatBuffer floats;
    private final @Nullable LongBuffer longs;
    private final Value value;
    private final @Nullable ArrayPool pool;

    private Elements(
            long[] shape,
            long[] strides,
            @Nullable FloatBuffer floats,
            @Nullable LongBuffer longs,
            Value value,
            @Nullable ArrayPool pool) {
        this.shape = shape;
        this.strides = strides;
        this.floats = floats;
        this.longs = longs;
        this.value = value;
        this.pool = pool;
    }

    public static Elements of(Value value) {
        return of(value, null);
    }

    /**
     * A value's elements.
     *
     * @param pool where memory for new elements comes from, or null
     */
    public static Elements of(Value value, @Nullable ArrayPool pool) {
        long[] shape = value.shape();
        if (value instanceof Value.Native array) {
            long[] strides = array.channelsLast() ? channelsLastStrides(shape) : rowMajor(shape);
            return new Elements(shape, strides, NativeArrays.buffer(array.array()), null, value, pool);
        }
        Tensor tensor = value.tensor();
        boolean real = tensor.type() == Tensor.Type.FLOAT;
        FloatBuffer floats = real ? FloatBuffer.wrap(tensor.floats()) : null;
        LongBuffer longs = real ? null : LongBuffer.wrap(tensor.longs());
        return new Elements(shape, rowMajor(shape), floats, longs, value, pool);
    }

    /** Zeros on the heap. */
    public static Elements plain(Tensor.Type type, long... shape) {
        long elements = size(shape);
        if (elements < 0 || elements > MOST_ON_HEAP) {
            throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape));
        }
        int size = (int) elements;
        Tensor tensor =
                switch (type) {
                    case FLOAT -> Tensor.floats(new float[size], shape);
                    case INT -> Tensor.ints(new long[size], shape);
                    case BOOL -> Tensor.bools(new long[size], shape);
                };
        return of(Value.of(tensor));
    }

    /** Room for elements of the same type in the same kind of memory and the same layout; not all zero. */
    public Elements fresh(long... newShape) {
        if (!(value instanceof Value.Native array) || size(newShape) == 0) {
            return plain(type(), newShape);
        }
        boolean channelsLast = array.channelsLast() && newShape.length == 4;
        INDArray target = channelsLast ? array(newShape[0], newShape[2], newShape[3], newShape[1]) : array(newShape);
        return of(new Value.Native(target, channelsLast), pool);
    }

    private INDArray array(long... newShape) {
        return pool == null ? NativeArrays.uninitialized(newShape) : pool.take(newShape);
    }

    public Value value() {
        return value;
    }

    public long[] shape() {
        return shape;
    }

    public int rank() {
        return shape.length;
    }

    /** Distance in memory between neighbours along each axis. */
    public long[] strides() {
        return strides;
    }

    public Tensor.Type type() {
        return value instanceof Value.Plain plain ? plain.content().type() : Tensor.Type.FLOAT;
    }

    public boolean isFloat() {
        return floats != null;
    }

    public FloatBuffer floats() {
        if (floats == null) {
            throw new IllegalStateException("not floats but " + type());
        }
        return floats;
    }

    public LongBuffer longs() {
        if (longs == null) {
            throw new IllegalStateException("floats, not integers");
        }
        return longs;
    }

    /** Sets every element. */
    public void fill(Tensor scalar) {
        int size = (int) size(shape);
        for (int i = 0; i < size; i++) {
            if (isFloat()) {
                floats().put(i, scalar.floats()[0]);
            } else {
                longs().put(i, scalar.longs()[0]);
            }
        }
    }

    public static long size(long... shape) {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    public static long[] rowMajor(long... shape) {
        long[] strides = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape[axis];
        }
        return strides;
    }

    private static long[] channelsLastStrides(long... nchw) {
        long[] strides = rowMajor(nchw[0], nchw[2], nchw[3], nchw[1]);
        return new long[] {strides[0], strides[3], strides[1], strides[2]};
    }
}
