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
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.run.CompiledNetwork;
import org.driftscope.support.ModelFormatException;
import org.driftscope.support.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Path file = folder.resolve("m.onnx");
        Files.write(file, model(23, graph).build().toByteArray());
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
