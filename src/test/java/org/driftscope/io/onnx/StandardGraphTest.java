package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.driftscope.io.onnx.Protos.dense;
import static org.driftscope.io.onnx.Protos.model;
import static org.driftscope.io.onnx.Protos.node;
import static org.driftscope.io.onnx.Protos.value;
import static org.driftscope.io.onnx.Protos.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.FunctionProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.ValueInfoProto;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.batch.BatchAxes;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.DriftscopeException;
import org.driftscope.support.ModelFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.protobuf.ByteString;

/** Old opsets, new ones, local functions and another program's operators give what their documents say. */
class StandardGraphTest {
    private static final float[] X = {-2, 0.5f, 3};

    @TempDir
    private Path folder;

    private static GraphProto.Builder graph(NodeProto.Builder... nodes) {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(value("x", DataType.FLOAT))
                .addInitializer(weight("b", new float[] {1, -1, 2}, 3))
                .addInitializer(weight("g", new float[] {2, 1, 0.5f}, 3))
                .addInitializer(weight("w", new float[] {1, 0, 2, -1, 1, 0, 0, 3, 1}, 3, 3))
                .addOutput(value("y", DataType.FLOAT));
        for (NodeProto.Builder node : nodes) {
            graph.addNode(node);
        }
        return graph;
    }

    private static NodeProto.Builder contrib(String op, String... inputs) {
        return node("n", op, "y", inputs).setDomain("com.microsoft");
    }

    private static AttributeProto.Builder real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value);
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value);
    }

    private float[] run(ModelProto.Builder model, Tensor x) throws IOException {
        Path file = folder.resolve("m.onnx");
        Files.write(file, model.build().toByteArray());
        Network network = OnnxReader.readGraph(file);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            return compiled.evaluate(Map.of("x", x)).get("y").floats();
        }
    }

    private float[] run(NodeProto.Builder... nodes) throws IOException {
        return run(model(17, graph(nodes)), Tensor.floats(X, 1, 3));
    }

    private static float[] each(DoubleUnaryOperator formula, double... bias) {
        float[] y = new float[X.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) formula.applyAsDouble(X[i] + (bias.length == 0 ? 0 : bias[i]));
        }
        return y;
    }

    private static void close(float[] actual, float... expected) {
        assertThat(actual).containsExactly(expected, within(2e-5f));
    }

    private static double tanhGelu(double x) {
        return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    }

    @Test
    void contributedActivationsFollowTheirFormula() throws IOException {
        close(run(contrib("FastGelu", "x")), each(StandardGraphTest::tanhGelu));
        close(run(contrib("FastGelu", "x", "b")), each(StandardGraphTest::tanhGelu, 1, -1, 2));
        close(run(contrib("QuickGelu", "x")), each(x -> x / (1 + Math.exp(-1.702 * x))));
        close(run(contrib("QuickGelu", "x").addAttribute(real("alpha", 1))), each(x -> x / (1 + Math.exp(-x))));
        // x (1 + erf(x / sqrt 2)) / 2 of -1, -0.5 and 5, from tables of the normal distribution
        close(run(contrib("BiasGelu", "x", "b")), -0.1586553f, -0.1542688f, 4.9999986f);
        close(run(contrib("Gelu", "x")), -0.0455003f, 0.3457312f, 2.9959503f);
    }

    @Test
    void contributedProductsAndLayersFollowTheirFormula() throws IOException {
        close(run(contrib("FusedMatMul", "x", "w").addAttribute(real("alpha", 0.5f))), -1.25f, 4.75f, -0.5f);
        close(run(contrib("FusedMatMul", "x", "w").addAttribute(integer("transB", 1))), 4, 2.5f, 4.5f);
        // (x x')' with rows before the batch, of which there is none
        close(run(contrib("FusedMatMul", "x", "x").addAttribute(integer("transB", 1))), 13.25f);
        NodeProto.Builder rowsFirst = contrib("FusedMatMul", "x", "w");
        close(run(rowsFirst.addAttribute(integer("transBatchA", 1))), -2.5f, 9.5f, -1);
        AttributeProto.Builder relu = AttributeProto.newBuilder()
                .setName("activation")
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8("LeakyRelu"));
        close(
                run(contrib("FusedGemm", "x", "w", "b")
                        .addAttribute(relu)
                        .addAttribute(real("activation_alpha", 0.1f))),
                -0.15f,
                8.5f,
                1);
    }

    @Test
    void contributedNormalisationsFollowTheirFormula() throws IOException {
        double scale = 1 / Math.sqrt((4 + 0.25 + 9) / 3);
        close(
                run(node("n", "SimplifiedLayerNormalization", "y", "x", "g").addAttribute(real("epsilon", 0))),
                (float) (-4 * scale),
                (float) (0.5 * scale),
                (float) (1.5 * scale));
        // x + x is -4, 1, 6: mean 1, variance 50 / 3
        double inverse = 1 / Math.sqrt(50 / 3.0);
        close(run(contrib("SkipLayerNormalization", "x", "x", "g", "b")), (float) (-10 * inverse + 1), -1, (float)
                (2.5 * inverse + 2));
    }

    /** x + x is -4, 1, 6; its mean square 53 / 3, and with b added (-3, 0, 8) 73 / 3. */
    @Test
    void skippedSimplifiedNormalisationFollowsItsFormula() throws IOException {
        double inverse = 1 / Math.sqrt(53 / 3.0);
        AttributeProto.Builder exact = real("epsilon", 0);
        close(
                run(contrib("SkipSimplifiedLayerNormalization", "x", "x", "g").addAttribute(exact)),
                (float) (-8 * inverse),
                (float) inverse,
                (float) (3 * inverse));
        double biased = 1 / Math.sqrt(73 / 3.0);
        close(
                run(contrib("SkipSimplifiedLayerNormalization", "x", "x", "g", "b")
                        .addAttribute(exact)),
                (float) (-6 * biased),
                0,
                (float) (4 * biased));
        // the sum before normalisation is an output as well
        NodeProto.Builder sum = contrib("SkipSimplifiedLayerNormalization", "x", "x", "g", "b")
                .clearOutput()
                .addOutput("normal")
                .addOutput("")
                .addOutput("")
                .addOutput("y");
        close(run(sum), -3, 0, 8);
    }

    /** Two 1 x 1 kernels of weights 2 and -1, biases 1 and 0, on one pixel a value. */
    @Test
    void fusedConvolutionsAddAndActivate() throws IOException {
        close(fusedConv("Relu", "x", "k", "kb"), 0, 2, 7, 2, 0, 0);
        close(fusedConv("", "x", "k", "kb"), -3, 2, 7, 2, -0.5f, -3);
        close(fusedConv("LeakyRelu", "x", "k", "kb"), -0.3f, 2, 7, 2, -0.05f, -0.3f);
        close(fusedConv("Clip", "x", "k", "kb"), -1, 1, 1, 1, -0.5f, -1);
        // what is added before the activation, of one channel
        close(fusedConv("Relu", "x", "k", "kb", "x"), 0, 2.5f, 10, 0, 0, 0);
        close(fusedConv("Relu", "x", "k", "", "x"), 0, 1.5f, 9, 0, 0, 0);
    }

    private float[] fusedConv(String activation, String... inputs) throws IOException {
        NodeProto.Builder conv = contrib("FusedConv", inputs);
        if (!activation.isEmpty()) {
            conv.addAttribute(AttributeProto.newBuilder()
                    .setName("activation")
                    .setType(AttributeType.STRING)
                    .setS(ByteString.copyFromUtf8(activation)));
        }
        if (activation.equals("LeakyRelu")) {
            conv.addAttribute(params(0.1f));
        }
        if (activation.equals("Clip")) {
            conv.addAttribute(params(-1, 1));
        }
        GraphProto.Builder graph = graph(conv)
                .addInitializer(weight("k", new float[] {2, -1}, 2, 1, 1, 1))
                .addInitializer(weight("kb", new float[] {1, 0}, 2));
        graph.setInput(0, image(1, 1, 1, 3));
        return run(model(17, graph), Tensor.floats(X, 1, 1, 1, 3));
    }

    private static AttributeProto.Builder params(float... values) {
        AttributeProto.Builder list =
                AttributeProto.newBuilder().setName("activation_params").setType(AttributeType.FLOATS);
        for (float value : values) {
            list.addFloats(value);
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gelu",
                "BiasGelu",
                "FastGelu",
                "QuickGelu",
                "LayerNormalization",
                "FusedMatMul",
                "FusedGemm",
                "FusedConv",
                "SkipLayerNormalization",
                "SkipSimplifiedLayerNormalization",
                "Attention",
                "MultiHeadAttention"
            })
    void nodesWithoutInputsOrOutputsAreRefused(String op) {
        assertThatThrownBy(() -> run(contrib(op)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("com.microsoft::" + op + " in 'n'");
        assertThatThrownBy(() -> run(contrib(op, "x", "w", "b").clearOutput()))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("'n' (" + op + ") has no output");
    }

    /** The same of ONNX's own that are written out, and of what opset 6 lays along an axis. */
    @ParameterizedTest
    @ValueSource(strings = {"Attention", "RotaryEmbedding", "IsNaN", "SimplifiedLayerNormalization", "Add", "Sqrt"})
    void onnxOwnNodesWithoutInputsAreRefused(String op) {
        for (int opset : new int[] {6, 23}) {
            NodeProto.Builder empty = node("n", op, "y").addAttribute(integer("axis", 1));
            ModelProto.Builder model = model(opset, graph(empty));
            assertThatThrownBy(() -> run(model, Tensor.floats(X, 1, 3))).isInstanceOf(DriftscopeException.class);
        }
    }

    @Test
    void whatIsNotKnownOfThemIsStillRefusedByName() {
        AttributeProto.Builder unknown = AttributeProto.newBuilder()
                .setName("activation")
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8("Affine"));
        assertThatThrownBy(() -> run(contrib("FusedGemm", "x", "w").addAttribute(unknown)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("com.microsoft::FusedGemm in 'n'");
    }

    /** The batch is followed through products whose operands lie otherwise. */
    @Test
    void productsOfTurnedOperandsKeepTheBatch() throws IOException {
        AttributeProto.Builder order =
                AttributeProto.newBuilder().setName("perm").setType(AttributeType.INTS);
        for (int axis : new int[] {1, 0, 2, 3}) {
            order.addInts(axis);
        }
        NodeProto.Builder tokensFirst = node("t", "Transpose", "t", "x").addAttribute(order);
        NodeProto.Builder product = contrib("FusedMatMul", "t", "t")
                .addAttribute(integer("transB", 1))
                .addAttribute(integer("transBatchA", 1))
                .addAttribute(integer("transBatchB", 1))
                .clearOutput()
                .addOutput("p");
        NodeProto.Builder sum = node("s", "ReduceSum", "y", "p").addAttribute(integer("keepdims", 0));
        GraphProto.Builder graph = graph(tokensFirst, product, sum);
        graph.setInput(0, image(1, 2, 3, 4));
        run(model(17, graph), Tensor.floats(new float[24], 1, 2, 3, 4));
        Network network = OnnxReader.readGraph(folder.resolve("m.onnx"));
        BatchAxes axes = BatchAxes.of(network, Outlines.of(network, new long[] {1, 2, 3, 4}, ValueLimit.configured()));
        assertThat(axes.of("p")).isZero();
    }

    /** The logarithms of -2, 0.5 and 0 (3 less 3) are no number, a number and minus infinity. */
    @Test
    void specialNumbersAreTold() throws IOException {
        close(special(node("t", "IsNaN", "t", "l")), 1, 0, 0);
        close(special(node("t", "IsInf", "t", "l")), 0, 0, 1);
        close(special(node("t", "IsInf", "t", "l").addAttribute(integer("detect_negative", 0))), 0, 0, 0);
        close(special(node("t", "IsInf", "t", "l").addAttribute(integer("detect_positive", 0))), 0, 0, 1);
        NodeProto.Builder neither = node("t", "IsInf", "t", "l")
                .addAttribute(integer("detect_positive", 0))
                .addAttribute(integer("detect_negative", 0));
        close(special(neither), 0, 0, 0);
    }

    private float[] special(NodeProto.Builder test) throws IOException {
        GraphProto.Builder graph = graph(
                        node("s", "Sub", "s", "x", "three"),
                        node("l", "Log", "l", "s"),
                        test,
                        node("c", "Cast", "y", "t").addAttribute(integer("to", 1)))
                .addInitializer(weight("three", new float[] {0, 0, 3}, 3));
        return run(model(20, graph), Tensor.floats(X, 1, 3));
    }

    @Test
    void opset6LaysOperandsAlongAnAxis() throws IOException {
        NodeProto.Builder add = node("n", "Add", "y", "r", "c")
                .addAttribute(integer("broadcast", 1))
                .addAttribute(integer("axis", 1));
        GraphProto.Builder graph =
                graph(node("r", "Relu", "r", "x"), add).addInitializer(weight("c", new float[] {10, 20}, 2));
        graph.setInput(0, image(1, 2, 1, 2));
        close(run(model(6, graph), Tensor.floats(new float[] {1, 2, 3, -4}, 1, 2, 1, 2)), 11, 12, 23, 20);
    }

    private static ValueInfoProto.Builder image(long... sizes) {
        ValueInfoProto.Builder image = value("x", DataType.FLOAT);
        var shape =
                image.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().clearDim();
        for (long size : sizes) {
            shape.addDimBuilder().setDimValue(size);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 22, 23, 26, 40})
    void everyOpsetIsReadWhereTheOperatorsAreKnown(int opset) throws IOException {
        close(run(model(opset, dense()), Tensor.floats(X, 1, 3)), 14.5f, 16);
    }

    /** The function is called twice, once through another one; its attribute comes from the call. */
    @Test
    void localFunctionsAreInlined() throws IOException {
        FunctionProto.Builder leak = FunctionProto.newBuilder()
                .setName("Leak")
                .setDomain("mine")
                .addInput("a")
                .addOutput("out")
                .addAttribute("slope")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .addNode(node("", "LeakyRelu", "t", "a")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("alpha")
                                .setType(AttributeType.FLOAT)
                                .setRefAttrName("slope")))
                .addNode(node("", "Add", "out", "t", "t"));
        FunctionProto.Builder outer = FunctionProto.newBuilder()
                .setName("Outer")
                .setDomain("mine")
                .addInput("a")
                .addOutput("out")
                .addNode(node("inner", "Leak", "out", "a").setDomain("mine").addAttribute(real("slope", 0.5f)));
        GraphProto.Builder graph = graph(
                node("one", "Leak", "t", "x").setDomain("mine").addAttribute(real("slope", 0.25f)),
                node("two", "Outer", "y", "t").setDomain("mine"));
        ModelProto.Builder model = model(17, graph).addFunctions(leak).addFunctions(outer);
        close(run(model, Tensor.floats(X, 1, 3)), -1, 2, 12);
        Network network = OnnxReader.readGraph(folder.resolve("m.onnx"));
        assertThat(network.nodes())
                .extracting(Node::name)
                .containsExactly("one/LeakyRelu_0", "one/Add_1", "two/inner/LeakyRelu_0", "two/inner/Add_1");
    }

    @Test
    void aFunctionThatCallsItselfIsRefused() {
        FunctionProto.Builder loop = FunctionProto.newBuilder()
                .setName("Loop1")
                .setDomain("mine")
                .addInput("a")
                .addOutput("b")
                .addNode(node("again", "Loop1", "c", "a").setDomain("mine"))
                .addNode(node("again", "Loop1", "b", "c").setDomain("mine"));
        ModelProto.Builder model =
                model(17, graph(node("n", "Loop1", "y", "x").setDomain("mine"))).addFunctions(loop);
        assertThatThrownBy(() -> run(model, Tensor.floats(X, 1, 3)))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("calls itself");
    }
}
