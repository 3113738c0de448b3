package org.driftscope.io.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;
import org.nd4j.shade.protobuf.ByteString;

/** Builds ONNX files message by message, so that tests can also build wrong ones. */
final class Protos {
    private Protos() {}

    static ModelProto.Builder model(int opset, GraphProto.Builder graph) {
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
                .setGraph(graph);
    }

    /** Input x [batch, 3], weight w [3, 2], y = x w. */
    static GraphProto.Builder dense() {
        return GraphProto.newBuilder()
                .addInput(value("x", TensorProto.DataType.FLOAT))
                .addInitializer(weight("w", new float[] {1, 2, 3, 4, 5, 6}, 3, 2))
                .addNode(node("dense", "Gemm", "y", "x", "w"))
                .addOutput(value("y", TensorProto.DataType.FLOAT));
    }

    static TensorProto.Builder weight(String name, float[] values, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        for (long dim : dims) {
            tensor.addDims(dim);
        }
        return tensor.setRawData(raw(values));
    }

    static ByteString raw(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return ByteString.copyFrom(bytes);
    }

    static NodeProto.Builder node(String name, String op, String output, String... inputs) {
        NodeProto.Builder node =
                NodeProto.newBuilder().setName(name).setOpType(op).addOutput(output);
        for (String input : inputs) {
            node.addInput(input);
        }
        return node;
    }

    static AttributeProto.Builder axis(long value) {
        return AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(value);
    }

    static AttributeProto.Builder ints(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute;
    }

    static TensorProto.Builder longs(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).setDataType(7).addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        return tensor;
    }

    static AttributeProto.Builder subgraph(String name) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(GraphProto.newBuilder().setName("branch"));
    }

    static ValueInfoProto.Builder value(String name, TensorProto.DataType type) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(3));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)));
    }
}
