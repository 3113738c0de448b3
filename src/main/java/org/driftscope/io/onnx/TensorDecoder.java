package org.driftscope.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import onnx.Onnx.TensorProto;
import org.driftscope.io.files.HalfFloat;
import org.driftscope.network.Tensor;
import org.driftscope.support.ModelFormatException;

/** Tensors of an ONNX file to ours: all floating-point types become float, all integer types long. */
final class TensorDecoder {
    private static final int MAX_RANK = 32;

    private final Path file;
    private final ExternalTensors external;

    TensorDecoder(Path file, ExternalTensors external) {
        this.file = file;
        this.external = external;
    }

    /**
     * @return a new tensor
     * @throws ModelFormatException if its dims are impossible, disagree with its data, or its type is not numeric
     */
    Tensor decode(TensorProto proto) {
        ElementType type = ElementType.of(proto.getDataType());
        if (type == null) {
            throw refusal(
                    proto,
                    "has elements of type " + ElementType.nameOf(proto.getDataType())
                            + ", which Driftscope does not read. Export the model with float32 weights.");
        }
        long[] shape = shape(proto);
        long count = count(proto, shape);
        boolean isRaw = proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL
                || !proto.getRawData().isEmpty();
        return isRaw ? fromBytes(proto, type, shape, count) : fromFields(proto, type, shape, count);
    }

    private long[] shape(TensorProto proto) {
        List<Long> dims = proto.getDimsList();
        if (dims.size() > MAX_RANK) {
            throw refusal(proto, "has " + dims.size() + " dims; at most " + MAX_RANK + " are supported.");
        }
        for (long dim : dims) {
            if (dim < 0) {
                throw refusal(
                        proto, "has the negative size " + dim + " in its dims " + dims + ". The file is damaged.");
            }
        }
        return dims.stream().mapToLong(Long::longValue).toArray();
    }

    /** The number of elements, which must fit a Java array; nothing is allocated before that is known. */
    private long count(TensorProto proto, long[] shape) {
        long count = 1;
        try {
            for (long dim : shape) {
                count = Math.multiplyExact(count, dim);
            }
        } catch (ArithmeticException e) {
            count = Long.MAX_VALUE;
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw refusal(
                    proto,
                    "has the dims " + proto.getDimsList() + ", more elements than can be held. The file"
                            + " is damaged.");
        }
        return count;
    }

    private Tensor fromBytes(TensorProto proto, ElementType type, long[] shape, long count) {
        long expected = count * type.bytes();
        if (expected > Integer.MAX_VALUE - 8) {
            throw refusal(proto, "needs " + expected + " bytes, more than can be held.");
        }
        ByteBuffer bytes = proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL
                ? external.read(proto, expected)
                : proto.getRawData().asReadOnlyByteBuffer();
        if (bytes.remaining() != expected) {
            throw mismatch(proto, expected + " bytes", bytes.remaining());
        }
        return type.decode(bytes.order(ByteOrder.LITTLE_ENDIAN), shape, (int) count);
    }

    private Tensor fromFields(TensorProto proto, ElementType type, long[] shape, long count) {
        int found = fieldCount(proto, type);
        if (found != count) {
            throw mismatch(proto, count + " elements", found);
        }
        int size = (int) count;
        return switch (type) {
            case FLOAT -> floats(size, shape, proto::getFloatData);
            case DOUBLE -> floats(size, shape, proto::getDoubleData);
            case FLOAT16 -> floats(size, shape, i -> HalfFloat.fromBinary16(proto.getInt32Data(i)));
            case BFLOAT16 -> floats(size, shape, i -> HalfFloat.fromBfloat16(proto.getInt32Data(i)));
            case INT64 -> Tensor.ints(longs(size, proto::getInt64Data), shape);
            case UINT32, UINT64 -> Tensor.ints(longs(size, proto::getUint64Data), shape);
            case BOOL -> Tensor.bools(longs(size, i -> proto.getInt32Data(i) == 0 ? 0 : 1), shape);
            case INT8, UINT8, INT16, UINT16, INT32 -> Tensor.ints(longs(size, proto::getInt32Data), shape);
        };
    }

    private static int fieldCount(TensorProto proto, ElementType type) {
        return switch (type) {
            case FLOAT -> proto.getFloatDataCount();
            case DOUBLE -> proto.getDoubleDataCount();
            case INT64 -> proto.getInt64DataCount();
            case UINT32, UINT64 -> proto.getUint64DataCount();
            default -> proto.getInt32DataCount();
        };
    }

    private static Tensor floats(int size, long[] shape, IntToDoubleFunction element) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) element.applyAsDouble(i);
        }
        return Tensor.floats(values, shape);
    }

    private static long[] longs(int size, IntToLongFunction element) {
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = element.applyAsLong(i);
        }
        return values;
    }

    private ModelFormatException mismatch(TensorProto proto, String expected, long found) {
        return refusal(
                proto,
                "needs " + expected + " for its dims " + proto.getDimsList() + ", but holds " + found
                        + ". The file is damaged or truncated.");
    }

    private ModelFormatException refusal(TensorProto proto, String what) {
        return new ModelFormatException(file + ": tensor '" + proto.getName() + "' " + what);
    }
}
