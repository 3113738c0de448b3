package org.driftscope.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.network.Tensor;

/** Reads the suite's tensors, apart from the product's own reader. */
final class SuiteTensor {
    private SuiteTensor() {}

    /** The tensor in a file, or nothing where its element type is none of ours (strings, 8-bit floats). */
    static Optional<Tensor> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return decode(TensorProto.parseFrom(in));
        }
    }

    private static Optional<Tensor> decode(TensorProto proto) {
        long[] shape = proto.getDimsList().stream().mapToLong(Long::longValue).toArray();
        DataType type = DataType.forNumber(proto.getDataType());
        if (type == null || !holds(proto, shape)) {
            return Optional.empty();
        }
        int size = (int) LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return switch (type) {
            case FLOAT, DOUBLE -> Optional.of(Tensor.floats(reals(proto, type, size), shape));
            case BOOL -> Optional.of(Tensor.bools(wholes(proto, type, size), shape));
            case INT64, INT32, INT16, INT8, UINT8, UINT16, UINT32, UINT64 -> Optional.of(
                    Tensor.ints(wholes(proto, type, size), shape));
            default -> Optional.empty();
        };
    }

    /** Whether there are as many elements as the shape says; what is no tensor may read as one of any shape. */
    private static boolean holds(TensorProto proto, long... shape) {
        double elements = LongStream.of(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
        int fields = proto.getFloatDataCount()
                + proto.getDoubleDataCount()
                + proto.getInt32DataCount()
                + proto.getInt64DataCount()
                + proto.getUint64DataCount();
        return elements >= 0 && elements <= proto.getRawData().size() + fields;
    }

    private static float[] reals(TensorProto proto, DataType type, int size) {
        ByteBuffer raw = raw(proto);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            if (type == DataType.FLOAT) {
                values[i] = raw.capacity() > 0 ? raw.getFloat(4 * i) : proto.getFloatData(i);
            } else {
                values[i] = (float) (raw.capacity() > 0 ? raw.getDouble(8 * i) : proto.getDoubleData(i));
            }
        }
        return values;
    }

    private static long[] wholes(TensorProto proto, DataType type, int size) {
        ByteBuffer raw = raw(proto);
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = raw.capacity() > 0 ? whole(raw, type, i) : field(proto, type, i);
        }
        return values;
    }

    private static long whole(ByteBuffer raw, DataType type, int i) {
        return switch (type) {
            case INT64, UINT64 -> raw.getLong(8 * i);
            case INT32 -> raw.getInt(4 * i);
            case UINT32 -> raw.getInt(4 * i) & 0xffffffffL;
            case INT16 -> raw.getShort(2 * i);
            case UINT16 -> raw.getShort(2 * i) & 0xffff;
            case INT8 -> raw.get(i);
            default -> raw.get(i) & 0xff;
        };
    }

    private static long field(TensorProto proto, DataType type, int i) {
        return switch (type) {
            case INT64 -> proto.getInt64Data(i);
            case UINT32, UINT64 -> proto.getUint64Data(i);
            default -> proto.getInt32Data(i);
        };
    }

    private static ByteBuffer raw(TensorProto proto) {
        return ByteBuffer.wrap(proto.getRawData().toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
