package org.driftscope.io.npy;

import java.nio.ByteBuffer;
import org.driftscope.io.files.HalfFloat;
import org.jspecify.annotations.Nullable;

/** Element types of NumPy arrays that hold numbers. */
public enum NpyType {
    BOOL("b1", 1),
    INT8("i1", 1),
    UINT8("u1", 1),
    INT16("i2", 2),
    UINT16("u2", 2),
    INT32("i4", 4),
    UINT32("u4", 4),
    INT64("i8", 8),
    UINT64("u8", 8),
    FLOAT16("f2", 2),
    FLOAT32("f4", 4),
    FLOAT64("f8", 8);

    private final String code;
    private final int bytes;

    NpyType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Size of one element. */
    public int bytes() {
        return bytes;
    }

    public boolean isFloating() {
        return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** @param code NumPy's descr without its byte order, e.g. "f4"; null is returned if it is none of these */
    static @Nullable NpyType of(String code) {
        for (NpyType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        return null;
    }

    /** Element {@code index} as a double; 64-bit integers are rounded to 53 bits. */
    double real(ByteBuffer elements, int index) {
        return switch (this) {
            case FLOAT16 -> HalfFloat.fromBinary16(elements.getShort(index * bytes));
            case FLOAT32 -> elements.getFloat(index * bytes);
            case FLOAT64 -> elements.getDouble(index * bytes);
            default -> integer(elements, index);
        };
    }

    /** Element {@code index} of an integer type; unsigned 64-bit numbers keep their bits. */
    long integer(ByteBuffer elements, int index) {
        int at = index * bytes;
        return switch (this) {
            case BOOL -> elements.get(at) == 0 ? 0 : 1;
            case INT8 -> elements.get(at);
            case UINT8 -> elements.get(at) & 0xff;
            case INT16 -> elements.getShort(at);
            case UINT16 -> elements.getShort(at) & 0xffff;
            case INT32 -> elements.getInt(at);
            case UINT32 -> elements.getInt(at) & 0xffffffffL;
            case INT64, UINT64 -> elements.getLong(at);
            default -> throw new IllegalArgumentException(this + " is not an integer type");
        };
    }
}
