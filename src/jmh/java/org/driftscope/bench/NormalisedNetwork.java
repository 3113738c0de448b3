package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.RandomSource;

/**
 * Layers of two products with LayerNormalization and Gelu in pieces, as exporters before opset 17 write them, on the 196
 * patches of 224 x 224 images: most of its time goes into broadcast element-wise operators.
 */
final class NormalisedNetwork {
    private static final int WIDTH = 192;
    private static final int PATCHES = 196;
    private static final int DEPTH = 6;
    private static final int CLASSES = 1000;

    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private NormalisedNetwork() {}

    /** Writes the model to a temporary file. */
    static Path write() throws IOException {
        Path file = Files.createTempFile("normalised", ".onnx");
        file.toFile().deleteOnExit();
        OnnxWriter.write(new NormalisedNetwork().build(), file);
        return file;
    }

    private Network build() {
        constants.put("patch.weight", random("patch", WIDTH, 3, 16, 16));
        constants.put("tokens", Tensor.ints(new long[] {0, WIDTH, PATCHES}, 3));
        String value = add("Conv", "patch", Map.of("strides", new long[] {16, 16}), "x", "patch.weight");
        value = add("Reshape", "rows", Map.of(), value, "tokens");
        value = add("Transpose", "turned", Map.of("perm", new long[] {0, 2, 1}), value);
        for (int i = 0; i < DEPTH; i++) {
            String inner = dense(normalised(value, "norm" + i), "up" + i, WIDTH, 4 * WIDTH);
            inner = dense(gelu(inner, "gelu" + i), "down" + i, 4 * WIDTH, WIDTH);
            value = add("Add", "sum" + i, Map.of(), value, inner);
        }
        value = normalised(value, "last");
        value = add("ReduceMean", "mean", Map.of("axes", new long[] {1}, "keepdims", 0L), value);
        dense(value, "scores", WIDTH, CLASSES);
        return new Network(
                "normalised",
                13,
                nodes,
                constants,
                List.of(new ValueShape("x", List.of(-1L, 3L, 224L, 224L))),
                List.of(new ValueShape("scores", List.of(-1L, (long) CLASSES))),
                "");
    }

    private String normalised(String x, String name) {
        Map<String, Object> last = Map.of("axes", new long[] {-1});
        String centred = add("Sub", name + ".centred", Map.of(), x, add("ReduceMean", name + ".mean", last, x));
        String squares = add("Pow", name + ".squares", Map.of(), centred, number("two", 2));
        String variance = add("ReduceMean", name + ".variance", last, squares);
        String sum = add("Add", name + ".sum", Map.of(), variance, number("epsilon", 1e-5f));
        String deviation = add("Sqrt", name + ".deviation", Map.of(), sum);
        String normed = add("Div", name + ".normed", Map.of(), centred, deviation);
        constants.put(name + ".weight", random(name + "w", WIDTH));
        constants.put(name + ".bias", random(name + "b", WIDTH));
        return add("Add", name, Map.of(), add("Mul", name + ".scaled", Map.of(), normed, name + ".weight"), name + ".bias");
    }

    private String gelu(String x, String name) {
        String inner = add("Div", name + ".inner", Map.of(), x, number("root", (float) Math.sqrt(2)));
        String erf = add("Erf", name + ".erf", Map.of(), inner);
        String one = add("Add", name + ".one", Map.of(), erf, number("one", 1));
        return add("Mul", name, Map.of(), add("Mul", name + ".x", Map.of(), x, one), number("half", 0.5f));
    }

    private String dense(String x, String name, int inputs, int outputs) {
        constants.put(name + ".weight", random(name + "w", inputs, outputs));
        constants.put(name + ".bias", random(name + "b", outputs));
        String product = add("MatMul", name + ".product", Map.of(), x, name + ".weight");
        return add("Add", name, Map.of(), product, name + ".bias");
    }

    private String number(String name, float value) {
        constants.put(name, Tensor.floats(new float[] {value}));
        return name;
    }

    private String add(String op, String output, Map<String, Object> attributes, String... inputs) {
        nodes.add(new Node(output, op, List.of(inputs), List.of(output), Attributes.of(attributes)));
        return output;
    }

    /** Small enough that values stay near 1 through all layers. */
    private static Tensor random(String key, long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        double scale = shape.length == 1 ? 0.5 : Math.sqrt((double) shape[shape.length - 1] / size);
        double[] numbers = RandomSource.of(5).child(key).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (scale * numbers[i]);
        }
        return Tensor.floats(values, shape);
    }
}
