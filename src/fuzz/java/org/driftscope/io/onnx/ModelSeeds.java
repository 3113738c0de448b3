package org.driftscope.io.onnx;

import java.util.List;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/** Small whole networks that the fuzzer starts from. */
final class ModelSeeds {
    private ModelSeeds() {}

    static List<ModelProto> all() {
        return List.of(
                Protos.model(13, Protos.dense()).build(),
                Protos.model(13, convolution()).build(),
                Protos.model(17, tokens()).build());
    }

    /** Convolution, batch norm, relu, pooling, a reshape that takes its target from a shape, and a dense layer. */
    private static GraphProto.Builder convolution() {
        return GraphProto.newBuilder()
                .addInput(image(-1, 2, 6, 6))
                .addInitializer(Protos.weight("w", new float[4 * 2 * 3 * 3], 4, 2, 3, 3))
                .addInitializer(Protos.weight("s", new float[] {1, 1, 1, 1}, 4))
                .addInitializer(Protos.weight("d", new float[4 * 3], 4, 3))
                .addNode(Protos.node("conv", "Conv", "c", "x", "w").addAttribute(Protos.ints("pads", 1, 1, 1, 1)))
                .addNode(Protos.node("bn", "BatchNormalization", "n", "c", "s", "s", "s", "s"))
                .addNode(Protos.node("relu", "Relu", "r", "n"))
                .addNode(Protos.node("pool", "GlobalAveragePool", "p", "r"))
                .addNode(Protos.node("flat", "Flatten", "f", "p"))
                .addNode(Protos.node("dense", "MatMul", "y", "f", "d"))
                .addOutput(Protos.value("y", TensorProto.DataType.FLOAT));
    }

    /** Patches as tokens, a layer norm, a gather of the first token and a dense layer. */
    private static GraphProto.Builder tokens() {
        NodeProto.Builder transpose =
                Protos.node("transpose", "Transpose", "t", "r").addAttribute(Protos.ints("perm", 0, 2, 1));
        return GraphProto.newBuilder()
                .addInput(image(1, 2, 4, 4))
                .addInitializer(Protos.weight("w", new float[4 * 2 * 2 * 2], 4, 2, 2, 2))
                .addInitializer(Protos.weight("g", new float[] {1, 1, 1, 1}, 4))
                .addInitializer(Protos.weight("d", new float[4 * 3], 4, 3))
                .addInitializer(Protos.longs("shape", 0, 4, -1))
                .addInitializer(Protos.longs("first", 0))
                .addNode(Protos.node("conv", "Conv", "c", "x", "w").addAttribute(Protos.ints("strides", 2, 2)))
                .addNode(Protos.node("reshape", "Reshape", "r", "c", "shape"))
                .addNode(transpose)
                .addNode(Protos.node("norm", "LayerNormalization", "n", "t", "g"))
                .addNode(Protos.node("gather", "Gather", "h", "n", "first")
                        .addAttribute(Protos.axis(1)))
                .addNode(Protos.node("flat", "Flatten", "f", "h"))
                .addNode(Protos.node("dense", "MatMul", "y", "f", "d"))
                .addOutput(Protos.value("y", TensorProto.DataType.FLOAT));
    }

    private static ValueInfoProto.Builder image(long... dims) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dim : dims) {
            shape.addDim(
                    dim < 0
                            ? TensorShapeProto.Dimension.newBuilder().setDimParam("batch")
                            : TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
        }
        return ValueInfoProto.newBuilder()
                .setName("x")
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder().setElemType(1).setShape(shape)));
    }
}
