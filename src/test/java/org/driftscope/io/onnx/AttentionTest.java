package org.driftscope.io.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.driftscope.io.onnx.Protos.model;
import static org.driftscope.io.onnx.Protos.node;
import static org.driftscope.io.onnx.Protos.value;
import static org.driftscope.io.onnx.Protos.weight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.outline.OutlineFailure;
import org.driftscope.network.outline.Outlines;
import org.driftscope.network.outline.ValueLimit;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX's Attention against loops: two images of three tokens, two heads of queries of two numbers each. */
class AttentionTest {
    private static final int IMAGES = 2;
    private static final int TOKENS = 3;
    private static final int HEADS = 2;
    private static final int SIZE = 2;
    private static final float[] X = numbers("x", IMAGES * TOKENS * HEADS * SIZE);

    @TempDir
    private Path folder;

    private static float[] numbers(String name, int count) {
        double[] normals = RandomSource.of(5).child(name).gaussians(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) normals[i];
        }
        return values;
    }

    /** What one query may look at, and what is added to its scores. */
    private interface Bias {
        double at(int query, int key);
    }

    /** Queries, keys and values are the same tokens; keys and values of {@code own} heads, shared in turn. */
    private static float[] loops(int own, double scale, double cap, Bias bias) {
        float[] y = new float[X.length];
        for (int row = 0; row < IMAGES * HEADS * TOKENS; row++) {
            int image = row / (HEADS * TOKENS);
            int head = row / TOKENS % HEADS;
            int query = row % TOKENS;
            int shared = head * own / HEADS;
            double[] weights = new double[TOKENS];
            double sum = 0;
            for (int key = 0; key < TOKENS; key++) {
                double score = 0;
                for (int i = 0; i < SIZE; i++) {
                    score += X[at(image, query, head, i)] * X[at(image, key, shared, i)] * scale;
                }
                score = cap > 0 ? cap * Math.tanh(score / cap) : score;
                weights[key] = Math.exp(score + bias.at(query, key));
                sum += weights[key];
            }
            for (int i = 0; i < SIZE; i++) {
                double mixed = 0;
                for (int key = 0; key < TOKENS; key++) {
                    mixed += sum == 0 ? 0 : weights[key] / sum * X[at(image, key, shared, i)];
                }
                y[at(image, query, head, i)] = (float) mixed;
            }
        }
        return y;
    }

    private static int at(int image, int token, int head, int i) {
        return ((image * TOKENS + token) * HEADS + head) * SIZE + i;
    }

    private float[] run(NodeProto.Builder attention, TensorProto.Builder... constants) throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(value("x", DataType.FLOAT))
                .addNode(attention)
                .addOutput(value("y", DataType.FLOAT));
        for (TensorProto.Builder constant : constants) {
            graph.addInitializer(constant);
        }
        return run(graph);
    }

    private float[] run(GraphProto.Builder graph) throws IOException {
        return run(23, graph);
    }

    private float[] run(int opset, GraphProto.Builder graph) throws IOException {
        Path file = folder.resolve("m.onnx");
        Files.write(file, model(opset, graph).build().toByteArray());
        Network network = OnnxReader.readGraph(file);
        try (CompiledNetwork compiled = CompiledNetwork.clean(network)) {
            Tensor x = Tensor.floats(X, IMAGES, TOKENS, HEADS * SIZE);
            return compiled.evaluate(Map.of("x", x)).get("y").floats();
        }
    }

    private static NodeProto.Builder attention(String... more) {
        String[] inputs =
                Stream.concat(Stream.of("x", "x", "x"), Stream.of(more)).toArray(String[]::new);
        return node("a", "Attention", "y", inputs)
                .addAttribute(integer("q_num_heads", HEADS))
                .addAttribute(integer("kv_num_heads", HEADS));
    }

    private static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value);
    }

    private static AttributeProto.Builder real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value);
    }

    private static void close(float[] actual, float... expected) {
        assertThat(actual).containsExactly(expected, within(2e-6f));
    }

    @Test
    void headsLookAtTheirOwnPartsScaledByTheirSize() throws IOException {
        double usual = 1 / Math.sqrt(SIZE);
        close(run(attention()), loops(HEADS, usual, 0, (query, key) -> 0));
        NodeProto.Builder capped = attention().addAttribute(real("scale", 2)).addAttribute(real("softcap", 0.5f));
        close(run(capped), loops(HEADS, 2, 0.5, (query, key) -> 0));
    }

    @Test
    void masksAddOrForbidAndAQueryThatMayLookAtNothingGivesNothing() throws IOException {
        double usual = 1 / Math.sqrt(SIZE);
        double never = Double.NEGATIVE_INFINITY;
        float[] added = {0, 1, -2, 0.5f, 0, 0, Float.NEGATIVE_INFINITY, 3, 0};
        close(
                run(attention("m"), weight("m", added, 3, 3)),
                loops(HEADS, usual, 0, (query, key) -> added[query * TOKENS + key]));
        TensorProto.Builder flags = TensorProto.newBuilder()
                .setName("m")
                .setDataType(DataType.BOOL_VALUE)
                .addDims(3)
                .addDims(3);
        int[] allowed = {1, 0, 1, 0, 0, 0, 1, 1, 0};
        for (int flag : allowed) {
            flags.addInt32Data(flag);
        }
        close(
                run(attention("m"), flags),
                loops(HEADS, usual, 0, (query, key) -> allowed[query * TOKENS + key] == 1 ? 0 : never));
        close(
                run(attention().addAttribute(integer("is_causal", 1))),
                loops(HEADS, usual, 0, (query, key) -> key <= query ? 0 : never));
    }

    /** The first head's part of the tokens serves both. */
    @Test
    void severalHeadsMayShareKeysAndValues() throws IOException {
        NodeProto.Builder shares = node("a", "Attention", "y", "x", "k", "k")
                .addAttribute(integer("q_num_heads", HEADS))
                .addAttribute(integer("kv_num_heads", 1));
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(value("x", DataType.FLOAT))
                .addInitializer(weight("first", new float[] {1, 0, 0, 1, 0, 0, 0, 0}, 4, 2))
                .addNode(node("k", "MatMul", "k", "x", "first"))
                .addNode(shares)
                .addOutput(value("y", DataType.FLOAT));
        close(run(graph), loops(1, 1 / Math.sqrt(SIZE), 0, (query, key) -> 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 13, 18})
    void anotherProgramsAttentionIsTheSame(int opset) throws IOException {
        double usual = 1 / Math.sqrt(SIZE);
        float[] bias = {0, 1, -2, 0.5f, 0, 0, 4, 3, 0};
        NodeProto.Builder many = contrib("MultiHeadAttention", "x", "x", "x", "", "", "r");
        float[] causal = loops(
                HEADS, usual, 0, (query, key) -> key > query ? Double.NEGATIVE_INFINITY : bias[query * TOKENS + key]);
        close(run(opset, graph(many.addAttribute(integer("unidirectional", 1)), bias)), causal);
        NodeProto.Builder shifted = contrib("MultiHeadAttention", "x", "x", "x", "zeros");
        close(run(opset, graph(shifted, bias)), loops(HEADS, usual, 0, (query, key) -> 0));
        NodeProto.Builder packed = contrib("Attention", "x", "w", "zeros").addAttribute(real("scale", 2));
        close(run(opset, graph(packed, bias)), loops(HEADS, 2, 0, (query, key) -> 0));
    }

    private static NodeProto.Builder contrib(String op, String... inputs) {
        return node("a", op, "y", inputs).setDomain("com.microsoft").addAttribute(integer("num_heads", HEADS));
    }

    /** The tokens three times side by side, a bias of nothing, and what is added to the scores. */
    private static GraphProto.Builder graph(NodeProto.Builder attention, float[] bias) {
        int width = HEADS * SIZE;
        float[] thrice = new float[width * 3 * width];
        for (int i = 0; i < 3 * width; i++) {
            thrice[i % width * 3 * width + i] = 1;
        }
        return GraphProto.newBuilder()
                .addInput(value("x", DataType.FLOAT))
                .addInitializer(weight("w", thrice, width, 3L * width))
                .addInitializer(weight("zeros", new float[3 * width], 3L * width))
                .addInitializer(weight("r", bias, 1, 1, 3, 3))
                .addNode(attention)
                .addOutput(value("y", DataType.FLOAT));
    }

    @Test
    void anotherProgramsAttentionWithPaddedTokensIsRefusedByName() {
        NodeProto.Builder padded = contrib("MultiHeadAttention", "x", "x", "x", "", "r");
        assertThatThrownBy(() -> run(17, graph(padded, new float[9])))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("com.microsoft::MultiHeadAttention in 'a'");
    }

    /** Four axes, whose last two would be taken for numbers of a token. */
    @Test
    void inputsWhoseHeadsAreApartAreRefusedWhereTheyShouldNotBe() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .addInput(value("x", DataType.FLOAT))
                .addNode(node("u", "Unsqueeze", "u", "x")
                        .addAttribute(AttributeProto.newBuilder()
                                .setName("axes")
                                .setType(AttributeType.INTS)
                                .addInts(1)))
                .addNode(contrib("MultiHeadAttention", "u", "u", "u"))
                .addOutput(value("y", DataType.FLOAT));
        Path file = folder.resolve("m.onnx");
        Files.write(file, model(11, graph).build().toByteArray());
        Network network = OnnxReader.readGraph(file);
        long[] shape = {IMAGES, TOKENS, HEADS * SIZE};
        assertThatThrownBy(() -> Outlines.of(network, shape, ValueLimit.configured()))
                .isInstanceOf(OutlineFailure.class)
                .hasMessageContaining("Squeeze");
    }

    /** One head of four numbers: pairs are halves or neighbours; with two of the four the others stay. */
    @Test
    void rotaryEmbeddingsTurnPairs() throws IOException {
        checkRotation(new int[][] {{0, 2}, {1, 3}}, 2, rotary());
        checkRotation(new int[][] {{0, 1}, {2, 3}}, 2, rotary().addAttribute(integer("interleaved", 1)));
        checkRotation(new int[][] {{0, 1}}, 1, rotary().addAttribute(integer("rotary_embedding_dim", 2)));
        NodeProto.Builder tooMany = rotary().addAttribute(integer("rotary_embedding_dim", 1L << 62));
        assertThatThrownBy(() -> checkRotation(new int[][] {{0, 1}}, 1, tooMany))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("RotaryEmbedding in 'r'");
    }

    private static NodeProto.Builder rotary() {
        return node("r", "RotaryEmbedding", "y", "x", "cos", "sin", "places").addAttribute(integer("num_heads", 1));
    }

    private void checkRotation(int[][] pairs, int width, NodeProto.Builder node) throws IOException {
        int[] places = {4, 0, 2, 1, 3, 3};
        float[] cos = new float[5 * width];
        float[] sin = new float[5 * width];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = (float) Math.cos(1 + i);
            sin[i] = (float) Math.sin(1 + i);
        }
        float[] expected = X.clone();
        for (int token = 0; token < IMAGES * TOKENS; token++) {
            for (int pair = 0; pair < pairs.length; pair++) {
                int a = token * HEADS * SIZE + pairs[pair][0];
                int b = token * HEADS * SIZE + pairs[pair][1];
                int angle = places[token] * width + pair;
                expected[a] = X[a] * cos[angle] - X[b] * sin[angle];
                expected[b] = X[a] * sin[angle] + X[b] * cos[angle];
            }
        }
        TensorProto.Builder of = TensorProto.newBuilder()
                .setName("places")
                .setDataType(DataType.INT64_VALUE)
                .addDims(IMAGES)
                .addDims(TOKENS);
        IntStream.of(places).forEach(of::addInt64Data);
        close(run(node, weight("cos", cos, 5, width), weight("sin", sin, 5, width), of), expected);
    }

    @Test
    void whatKeepsEarlierKeysIsRefusedByName() {
        NodeProto.Builder remembers = attention("", "x", "x");
        assertThatThrownBy(() -> run(remembers))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Attention in 'a'");
        NodeProto.Builder window = attention().addAttribute(integer("left_window_size", 1));
        assertThatThrownBy(() -> run(window))
                .isInstanceOf(ModelFormatException.class)
                .hasMessageContaining("Attention in 'a'");
    }
}
