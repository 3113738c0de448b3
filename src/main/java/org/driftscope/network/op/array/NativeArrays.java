package org.driftscope.network.op.array;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.driftscope.network.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Float arrays in native memory, as this room uses them: contiguous, 'c' order, starting at their buffer's start. */
public final class NativeArrays {
    private NativeArrays() {}

    /** An array whose elements are yet to be written. */
    public static INDArray uninitialized(long... shape) {
        return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }

    /** A copy of a float tensor. */
    public static INDArray of(Tensor tensor) {
        return of(tensor.floats(), tensor.shape());
    }

    /** A copy of the floats, row-major. */
    public static INDArray of(float[] values, long... shape) {
        INDArray array = uninitialized(shape);
        buffer(array).put(values);
        return array;
    }

    /** The array's own memory; valid until the array is closed. */
    public static FloatBuffer buffer(INDArray array) {
        if (array.length() == 0) {
            return FloatBuffer.allocate(0);
        }
        BytePointer bytes = new BytePointer(array.data().addressPointer());
        bytes.position(0).limit(array.length() * Float.BYTES);
        return bytes.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** The array itself where it lies as this room wants it, else a copy that does. */
    public static INDArray contiguous(INDArray array) {
        boolean fits = array.dataType() == DataType.FLOAT
                && array.ordering() == 'c'
                && array.offset() == 0
                && array.data().offset() == 0
                && isDense(array);
        return fits ? array : copy(array);
    }

    private static INDArray copy(INDArray array) {
        if (array.dataType() == DataType.FLOAT) {
            return array.dup('c');
        }
        try (INDArray floats = array.castTo(DataType.FLOAT)) {
            return floats.dup('c');
        }
    }

    /** Whether the strides are those of row-major elements without gaps. */
    public static boolean isDense(INDArray array) {
        long expected = 1;
        for (int axis = array.rank() - 1; axis >= 0; axis--) {
            if (array.size(axis) > 1 && array.stride(axis) != expected) {
                return false;
            }
            expected *= array.size(axis);
        }
        return true;
    }
}
