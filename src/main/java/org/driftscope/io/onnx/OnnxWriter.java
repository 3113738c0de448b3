package org.driftscope.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.AtomicFiles;
import org.driftscope.support.ModelFormatException;
import org.nd4j.shade.protobuf.ByteString;
import org.nd4j.shade.protobuf.UnsafeByteOperations;

/**
 * Writes a network as an ONNX file: initializers as raw data, floats as float32 and integers as int64. The same network
 * gives the same bytes.
 */
public final class OnnxWriter {
    /** The format's version that goes with opset 13 and is read by every runtime since 2020. */
    private static final long IR_VERSION = 7;

    private static final String BATCH = "batch";

    /** Operators that the reader takes at any opset, and the first opset that has them. */
    private static final Map<String, Integer> SINCE = Map.of(
            "HardSwish", 14,
            "LayerNormalization", 17,
            "Mish", 18,
            "GroupNormalization", 18,
            "Gelu", 20,
            "Attention", 23,
            "RMSNormalization", 23,
            "Swish", 24);

    private OnnxWriter() {}

    /**
     * Replaces or creates the file, wholly or not at all.
     *
     * @param network its opset is written as it is
     * @throws ModelFormatException if it has operators that its opset lacks
     */
    public static void write(Network network, Path file) {
        requireKnown(network);
        ModelProto model = model(network);
        AtomicFiles.write(file, model::writeTo);
    }

    private static ModelProto model(Network network) {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("driftscope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(network.opset()))
                .setGraph(graph(network))
                .build();
    }

    private static GraphProto graph(Network network) {
        GraphProto.Builder graph = GraphProto.newBuilder().setName(network.name());
        network.nodes().forEach(node -> graph.addNode(node(node)));
        new TreeMap<>(network.constants())
                .forEach((name, tensor) -> graph.addInitializer(tensor(tensor).setName(name)));
        network.inputs().forEach(value -> graph.addInput(value(value)));
        network.outputs().forEach(value -> graph.addOutput(value(value)));
        return graph.build();
    }

    private static NodeProto node(Node node) {
        NodeProto.Builder proto = NodeProto.newBuilder()
                .setName(node.name())
                .setOpType(node.op())
                .addAllInput(node.inputs())
                .addAllOutput(node.outputs());
        new TreeMap<>(node.attributes().asMap()).forEach((name, value) -> proto.addAttribute(attribute(name, value)));
        return proto.build();
    }

    private static AttributeProto attribute(String name, Object value) {
        AttributeProto.Builder proto = AttributeProto.newBuilder().setName(name);
        if (value instanceof Long number) {
            proto.setType(AttributeType.INT).setI(number);
        } else if (value instanceof Float number) {
            proto.setType(AttributeType.FLOAT).setF(number);
        } else if (value instanceof String text) {
            proto.setType(AttributeType.STRING).setS(ByteString.copyFrom(text, StandardCharsets.UTF_8));
        } else if (value instanceof long[] numbers) {
            proto.setType(AttributeType.INTS);
            for (long number : numbers) {
                proto.addInts(number);
            }
        } else if (value instanceof float[] numbers) {
            proto.setType(AttributeType.FLOATS);
            for (float number : numbers) {
                proto.addFloats(number);
            }
        } else if (value instanceof Tensor tensor) {
            proto.setType(AttributeType.TENSOR).setT(tensor(tensor));
        } else {
            throw new IllegalArgumentException("attribute " + name + " of " + value.getClass());
        }
        return proto.build();
    }

    private static TensorProto.Builder tensor(Tensor tensor) {
        TensorProto.Builder proto =
                TensorProto.newBuilder().setDataType(type(tensor).getNumber());
        for (long size : tensor.shape()) {
            proto.addDims(size);
        }
        return proto.setRawData(UnsafeByteOperations.unsafeWrap(rawData(tensor)));
    }

    private static DataType type(Tensor tensor) {
        return switch (tensor.type()) {
            case FLOAT -> DataType.FLOAT;
            case INT -> DataType.INT64;
            case BOOL -> DataType.BOOL;
        };
    }

    private static byte[] rawData(Tensor tensor) {
        int width =
                switch (tensor.type()) {
                    case FLOAT -> Float.BYTES;
                    case INT -> Long.BYTES;
                    case BOOL -> 1;
                };
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(tensor.size(), width)).order(ByteOrder.LITTLE_ENDIAN);
        switch (tensor.type()) {
            case FLOAT -> bytes.asFloatBuffer().put(tensor.floats());
            case INT -> bytes.asLongBuffer().put(tensor.longs());
            case BOOL -> {
                for (long value : tensor.longs()) {
                    bytes.put((byte) value);
                }
            }
        }
        return bytes.array();
    }

    private static ValueInfoProto value(ValueShape value) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        List<Long> dims = value.dims();
        for (int i = 0; i < dims.size(); i++) {
            TensorShapeProto.Dimension.Builder dim = TensorShapeProto.Dimension.newBuilder();
            if (dims.get(i) < 0) {
                dim.setDimParam(i == 0 ? BATCH : value.name() + "_" + i);
            } else {
                dim.setDimValue(dims.get(i));
            }
            shape.addDim(dim);
        }
        return ValueInfoProto.newBuilder()
                .setName(value.name())
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static void requireKnown(Network network) {
        for (Node node : network.nodes()) {
            int since = SINCE.getOrDefault(node.op(), 0);
            if (since > network.opset()) {
                throw new ModelFormatException(network.name() + " has opset " + network.opset() + " and the operator "
                        + node.op() + ", which ONNX has from opset " + since
                        + " on. Convert the model to that opset, and export again.");
            }
        }
    }
}
