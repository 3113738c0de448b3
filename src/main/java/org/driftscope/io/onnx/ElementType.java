package org.driftscope.io.onnx;

import java.nio.ByteBuffer;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.io.files.HalfFloat;
import org.driftscope.network.Tensor;
import org.jspecify.annotations.Nullable;

/** The numeric element types of ONNX tensors and how they lie in little-endian raw data. */
enum ElementType {
    FLOAT(4),
    DOUBLE(8),
    FLOAT16(2),
    BFLOAT16(2),
    INT8(1),
    UINT8(1),
    INT16(2),
    UINT16(2),
    INT32(4),
    UINT32(4),
    INT64(8),
    UINT64(8),
    BOOL(1);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Size of one element. */
    int bytes() {
        return bytes;
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE || this == FLOAT16 || this == BFLOAT16;
    }

    /** @return null if the number stands for text, complex numbers or something newer than opset 22 knows */
    static @Nullable ElementType of(int number) {
        String name = nameOf(number);
        for (ElementType type : values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return null;
    }

    /** ONNX's name of a type's number, or the number itself. */
    static String nameOf(int number) {
        DataType type = DataType.forNumber(number);
        return type == null ? "number " + number : type.name();
    }

    /**
     * @param data little endian, exactly {@code size} elements
     * @return a new tensor
     */
    Tensor decode(ByteBuffer data, long[] shape, int size) {
        if (isFloating()) {
            return Tensor.floats(floats(data, size), shape);
        }
        return this == BOOL ? Tensor.bools(longs(data, size), shape) : Tensor.ints(longs(data, size), shape);
    }

    private float[] floats(ByteBuffer data, int size) {
        float[] values = new float[size];
        if (this == FLOAT) {
            data.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < size; i++) {
            values[i] = switch (this) {
                case DOUBLE -> (float) data.getDouble();
                case FLOAT16 -> HalfFloat.fromBinary16(data.getShort());
                default -> HalfFloat.fromBfloat16(data.getShort());
            };
        }
        return values;
    }

    private long[] longs(ByteBuffer data, int size) {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = switch (this) {
                case BOOL -> data.get() == 0 ? 0 : 1;
                case INT8 -> data.get();
                case UINT8 -> data.get() & 0xff;
                case INT16 -> data.getShort();
                case UINT16 -> data.getShort() & 0xffff;
                case INT32 -> data.getInt();
                case UINT32 -> data.getInt() & 0xffffffffL;
                default -> data.getLong();
            };
        }
        return values;
    }
}
