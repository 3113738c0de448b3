package org.driftscope.io.safetensors;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;

/**
 * One tensor's line in the header: where its elements lie, checked against its shape.
 *
 * @param name of the tensor
 * @param type of its elements
 * @param shape sizes, outermost first
 * @param begin first byte, counted from the end of the header
 * @param end the byte after the last
 */
record TensorEntry(String name, ElementKind type, long[] shape, long begin, long end) {
    private static final int MAX_RANK = 32;

    /** Element types that are read and written. */
    enum ElementKind {
        F32(Float.BYTES),
        I64(Long.BYTES),
        /** A float's upper half: 8 significant bits. */
        BF16(Short.BYTES),
        /** 0 to 255. */
        U8(Byte.BYTES);

        private final int bytes;

        ElementKind(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        /** Whether it takes fewer bytes than the type that tensors have here. */
        boolean isNarrow() {
            return this == BF16 || this == U8;
        }

        static ElementKind of(Tensor tensor) {
            return tensor.type() == Tensor.Type.FLOAT ? F32 : I64;
        }
    }

    /** @throws ModelFormatException if the entry lacks something, or its offsets disagree with its shape */
    static TensorEntry parse(Path file, String name, JsonNode json) {
        ElementKind type = type(file, name, json.path("dtype").asText());
        long[] shape = longs(file, name, json.path("shape"), "shape");
        long[] offsets = longs(file, name, json.path("data_offsets"), "data_offsets");
        if (offsets.length != 2 || shape.length > MAX_RANK) {
            throw refusal(file, name, "needs two data_offsets and at most " + MAX_RANK + " dims");
        }
        TensorEntry entry = new TensorEntry(name, type, shape, offsets[0], offsets[1]);
        if (entry.end - entry.begin != expectedBytes(file, name, type, shape)) {
            throw refusal(
                    file,
                    name,
                    "has the shape " + Arrays.toString(shape) + " but " + (entry.end - entry.begin) + " bytes");
        }
        return entry;
    }

    private static ElementKind type(Path file, String name, String text) {
        for (ElementKind kind : ElementKind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        throw new ModelFormatException(file + ": tensor '" + name + "' has the type \"" + text
                + "\"; F32, BF16, I64 and U8 are read. Save it as float32.");
    }

    private static long[] longs(Path file, String name, JsonNode array, String what) {
        if (!array.isArray()) {
            throw refusal(file, name, "has no list of " + what);
        }
        long[] values = new long[array.size()];
        for (int i = 0; i < values.length; i++) {
            JsonNode value = array.get(i);
            if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
                throw refusal(file, name, "has the impossible " + what + " " + array);
            }
            values[i] = value.asLong();
        }
        return values;
    }

    private static long expectedBytes(Path file, String name, ElementKind type, long[] shape) {
        long bytes = type.bytes();
        try {
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (ArithmeticException e) {
            throw refusal(file, name, "has the shape " + Arrays.toString(shape) + ", more than can be held");
        }
        return bytes;
    }

    /** @param data the file's bytes after the header, little endian */
    Tensor decode(ByteBuffer data) {
        ByteBuffer own = data.slice((int) begin, (int) (end - begin)).order(data.order());
        int size = own.remaining() / type.bytes();
        return switch (type) {
            case F32, BF16 -> Tensor.floats(floats(own, size), shape);
            case I64, U8 -> Tensor.ints(longs(own, size), shape);
        };
    }

    private float[] floats(ByteBuffer own, int size) {
        float[] values = new float[size];
        if (type == ElementKind.F32) {
            own.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < size; i++) {
            values[i] = Float.intBitsToFloat(own.getShort() << Short.SIZE);
        }
        return values;
    }

    private long[] longs(ByteBuffer own, int size) {
        long[] values = new long[size];
        if (type == ElementKind.I64) {
            own.asLongBuffer().get(values);
            return values;
        }
        for (int i = 0; i < size; i++) {
            values[i] = own.get() & 0xff;
        }
        return values;
    }

    private static ModelFormatException refusal(Path file, String name, String what) {
        return new ModelFormatException(
                file + ": tensor '" + name + "' " + what + ". The file is damaged: save it again.");
    }
}
