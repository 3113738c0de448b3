package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftscope.io.onnx.Protos.dense;
import static org.driftscope.io.onnx.Protos.model;
import static org.driftscope.io.onnx.Protos.node;
import static org.driftscope.io.onnx.Protos.value;
import static org.driftscope.io.onnx.Protos.weight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.network.Network;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be simulated is refused with a sentence that names file, place and remedy. */
class OnnxRefusalTest {
    @TempDir
    private Path folder;

    @Test
    void theSoundModelThatTheOthersSpoilIsRead() throws IOException {
        Network network = OnnxReader.read(save(model(13, dense())));

        assertThat(network.weights(network.analogLayers().get(0)).values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void unsupportedOperatorsAreListedAllAtOnce() throws IOException {
        GraphProto.Builder graph = dense().addNode(
                        node("choice", "If", "b", "y").addAttribute(Protos.subgraph("then_branch")))
                .addNode(node("", "NonMaxSuppression", "c", "y"))
                .addNode(node("fused", "Relu", "d", "y").setDomain("com.microsoft"));

        refuses(
                model(13, graph),
                "If in 'choice'",
                "NonMaxSuppression in 'NonMaxSuppression_2'",
                "com.microsoft::Relu in 'fused'");
    }

    @Test
    void nodesThatLeaveToBeGuessedWhatTheyMean() throws IOException {
        refuses(model(13, after(node("n", "Relu", "z", "y", "w"))), "'n' (Relu)", "input 'w'", "takes 1");
        refuses(model(13, after(node("n", "Concat", "z", "y", "y"))), "'n' (Concat)", "lacks its setting axis");
        AttributeProto.Builder keeps = AttributeProto.newBuilder()
                .setName("keepdims")
                .setType(AttributeType.INT)
                .setI(-7);
        NodeProto.Builder sum = node("n", "ReduceSum", "z", "y").addAttribute(keeps);
        refuses(model(13, after(sum)), "'n' (ReduceSum)", "keepdims -7, which is neither 0 nor 1");
    }

    /** The sound model with a node after it. */
    private static GraphProto.Builder after(NodeProto.Builder node) {
        return dense().addNode(node).clearOutput().addOutput(value("z", DataType.FLOAT));
    }

    @Test
    void quantisedGraphsAreNamedAsSuch() throws IOException {
        refuses(model(13, dense().addNode(node("q", "QLinearConv", "z", "y"))), "quantised", "QLinearConv in 'q'");
        TensorProto.Builder integers = TensorProto.newBuilder()
                .setName("w")
                .setDataType(DataType.INT8_VALUE)
                .addDims(6)
                .addDims(1);
        for (int i = 0; i < 6; i++) {
            integers.addInt32Data(i);
        }
        refuses(model(13, dense().setInitializer(0, integers)), "quantised", "'w'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100})
    void otherOpsetsAreRefused(int opset) throws IOException {
        refuses(model(opset, dense()), "opset " + opset, "opset 6 and later");
    }

    @Test
    void missingParts() throws IOException {
        refuses(ModelProto.newBuilder().setIrVersion(7), "holds no graph");
        refuses(model(13, dense()).clearOpsetImport(), "names no ONNX operator set");
        refuses(model(13, dense().clearOutput()), "declares no output");
        refuses(model(13, dense().clearInput()), "needs the value 'x'");
        refuses(model(13, dense().clearInitializer()), "needs the value 'w'");
        refuses(model(13, dense().setOutput(0, value("z", DataType.FLOAT))), "promises the output 'z'");
    }

    @Test
    void cyclesAreNamed() throws IOException {
        GraphProto.Builder graph =
                dense().addNode(node("one", "Relu", "p", "q")).addNode(node("two", "Relu", "q", "p"));

        refuses(model(13, graph), "cycle", "'one'", "'two'");
    }

    @Test
    void namesUsedTwice() throws IOException {
        refuses(model(13, dense().addNode(node("again", "Relu", "y", "x"))), "value 'y' twice", "'again'");
        refuses(model(13, dense().addNode(node("again", "Relu", "w", "x"))), "value 'w' twice");
        refuses(model(13, dense().addInitializer(weight("w", new float[1], 1))), "two initializers named 'w'");
        refuses(model(13, dense().addInput(value("x", DataType.FLOAT))), "two inputs named 'x'");
    }

    @Test
    void inputsThatAreNoImageBatch() throws IOException {
        refuses(model(13, dense().addInput(value("mask", DataType.FLOAT))), "needs 2 inputs", "mask");
        refuses(model(13, dense().setInput(0, value("x", DataType.INT64))), "INT64");
    }

    @Test
    void dynamicWeights() throws IOException {
        GraphProto.Builder graph = dense().addNode(node("made", "Relu", "v", "x"))
                .addNode(node("late", "Gemm", "u", "x", "v"))
                .setOutput(0, value("u", DataType.FLOAT));

        refuses(model(13, graph), "computes weights while it runs", "'late'", "'v'");
    }

    @Test
    void weightsThatAreNotNumbers() throws IOException {
        float[] values = {1, Float.NaN, 3, Float.POSITIVE_INFINITY, 5, Float.NaN};

        refuses(model(13, dense().setInitializer(0, weight("w", values, 3, 2))), "NaN or infinite", "'w' (3 values)");
    }

    @Test
    void infinityIsFineAsALimit() throws IOException {
        GraphProto.Builder graph = dense().addInitializer(weight("top", new float[] {Float.POSITIVE_INFINITY}))
                .addNode(node("clip", "Clip", "c", "y", "", "top"))
                .setOutput(0, value("c", DataType.FLOAT));

        assertThat(OnnxReader.read(save(model(13, graph))).analogLayers()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3,3 | 'needs 36 bytes', 'holds 24'",
                "-3,2 | 'negative size -3', 'damaged'",
                "4611686018427387904,4 | 'more elements than can be held', 'damaged'",
                "2147483647,2147483647 | 'more elements than can be held', 'damaged'",
                "1000000000 | 'more than can be held', 'bytes'"
            })
    void dimsThatDisagreeWithTheData(String dims, String expected) throws IOException {
        long[] sizes = Arrays.stream(dims.split(",")).mapToLong(Long::parseLong).toArray();
        String[] parts = expected.substring(1, expected.length() - 1).split("', '");

        refuses(
                model(13, dense().setInitializer(0, weight("w", new float[6], sizes))),
                "tensor 'w'",
                parts[0],
                parts[1]);
    }

    @Test
    void hugeTensorWithoutDataIsRefusedWithoutAllocating() throws IOException {
        TensorProto.Builder empty =
                TensorProto.newBuilder().setName("w").setDataType(1).addDims(2_000_000_000L);

        refuses(model(13, dense().setInitializer(0, empty)), "tensor 'w'", "holds 0");
    }

    @Test
    void constantsThatOutgrowTheMemory() throws IOException {
        TensorProto.Builder shape = TensorProto.newBuilder()
                .setName("shape")
                .setDataType(DataType.INT64_VALUE)
                .addDims(1)
                .addInt64Data(2_000_000_000L);
        GraphProto.Builder graph = dense().addInitializer(shape)
                .addNode(node("bomb", "ConstantOfShape", "big", "shape"))
                .addNode(node("sum", "Add", "s", "y", "big"))
                .setOutput(0, value("s", DataType.FLOAT));

        refuses(model(13, graph), "'bomb'", "above the limit of 512 MB", "--largest-value");
    }

    @Test
    void textTensorsAndSparseOnes() throws IOException {
        refuses(
                model(
                        13,
                        dense().setInitializer(
                                        0, weight("w", new float[6], 3, 2).setDataType(8))),
                "STRING");
        refuses(
                model(
                        13,
                        dense().setInitializer(
                                        0, weight("w", new float[6], 3, 2).setDataType(17))),
                "number 17");
    }

    static Stream<Arguments> otherFormats() {
        return Stream.of(
                Arguments.of("version https://git-lfs.github.com/spec/v1", "git lfs pull"),
                Arguments.of("PK\u0003\u0004....", "zip archive"),
                Arguments.of("PK\u0003\u0004....archive/data.pkl", "torch.onnx.export"),
                Arguments.of("hello world, this is a text", "text file"),
                Arguments.of("<!DOCTYPE html><html>", "web page"),
                Arguments.of("\u0080\u0002}q", "torch.onnx.export"),
                Arguments.of("\u0089HDF\r\n", "Keras"),
                Arguments.of("\u001c\0\0\0TFL3", "TensorFlow Lite"),
                Arguments.of("\u0010\0\0\0\0\0\0\0{\"a\":{}        }....", "safetensors"));
    }

    @ParameterizedTest
    @MethodSource("otherFormats")
    void otherFormatsAreRecognised(String content, String expected) throws IOException {
        Path file = folder.resolve("model.onnx");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(expected);
    }

    @Test
    void emptyMissingAndFolder() throws IOException {
        assertThatThrownBy(() -> OnnxReader.read(Files.createFile(folder.resolve("empty.onnx"))))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("0 bytes");
        assertThatThrownBy(() -> OnnxReader.read(folder.resolve("none.onnx"))).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> OnnxReader.read(folder)).hasMessageContaining("folder");
    }

    private Path save(ModelProto.Builder model) throws IOException {
        return Files.write(folder.resolve("model.onnx"), model.build().toByteArray());
    }

    private void refuses(ModelProto.Builder model, String... parts) throws IOException {
        Path file = save(model);
        assertThatThrownBy(() -> OnnxReader.read(file))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("model.onnx")
                .hasMessageContainingAll(parts);
    }
}
