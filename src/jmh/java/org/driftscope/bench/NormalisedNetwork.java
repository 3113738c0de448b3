package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.driftscope.network.Tensor;

/**
 * Layers of two products with LayerNormalization and Gelu in pieces, as exporters before opset 17 write them, on the 196
 * patches of 224 x 224 images: most of its time goes into broadcast element-wise operators.
 */
final class NormalisedNetwork {
    private static final int WIDTH = 192;
    private static final int PATCHES = 196;
    private static final int DEPTH = 6;

    private final BenchGraph graph = new BenchGraph(5);

    private NormalisedNetwork() {}

    /** Writes the model to a temporary file. */
    static Path write() throws IOException {
        NormalisedNetwork network = new NormalisedNetwork();
        network.build();
        return network.graph.write("normalised");
    }

    private void build() {
        random("patch.weight", "patch", WIDTH, 3, 16, 16);
        graph.constant("tokens", Tensor.ints(new long[] {0, WIDTH, PATCHES}, 3));
        String value = add("Conv", "patch", Map.of("strides", new long[] {16, 16}), BenchGraph.IMAGES, "patch.weight");
        value = add("Reshape", "rows", Map.of(), value, "tokens");
        value = add("Transpose", "turned", Map.of("perm", new long[] {0, 2, 1}), value);
        for (int i = 0; i < DEPTH; i++) {
            String inner = dense(normalised(value, "norm" + i), "up" + i, WIDTH, 4 * WIDTH);
            inner = dense(gelu(inner, "gelu" + i), "down" + i, 4 * WIDTH, WIDTH);
            value = add("Add", "sum" + i, Map.of(), value, inner);
        }
        value = normalised(value, "last");
        value = add("ReduceMean", "mean", Map.of("axes", new long[] {1}, "keepdims", 0L), value);
        dense(value, BenchGraph.SCORES, WIDTH, BenchGraph.CLASSES);
    }

    private String normalised(String x, String name) {
        Map<String, Object> last = Map.of("axes", new long[] {-1});
        String centred = add("Sub", name + ".centred", Map.of(), x, add("ReduceMean", name + ".mean", last, x));
        String squares = add("Pow", name + ".squares", Map.of(), centred, number("two", 2));
        String variance = add("ReduceMean", name + ".variance", last, squares);
        String sum = add("Add", name + ".sum", Map.of(), variance, number("epsilon", 1e-5f));
        String deviation = add("Sqrt", name + ".deviation", Map.of(), sum);
        String normed = add("Div", name + ".normed", Map.of(), centred, deviation);
        random(name + ".weight", name + "w", WIDTH);
        random(name + ".bias", name + "b", WIDTH);
        return add("Add", name, Map.of(), add("Mul", name + ".scaled", Map.of(), normed, name + ".weight"), name + ".bias");
    }

    private String gelu(String x, String name) {
        String inner = add("Div", name + ".inner", Map.of(), x, number("root", (float) Math.sqrt(2)));
        String erf = add("Erf", name + ".erf", Map.of(), inner);
        String one = add("Add", name + ".one", Map.of(), erf, number("one", 1));
        return add("Mul", name, Map.of(), add("Mul", name + ".x", Map.of(), x, one), number("half", 0.5f));
    }

    private String dense(String x, String name, int inputs, int outputs) {
        random(name + ".weight", name + "w", inputs, outputs);
        random(name + ".bias", name + "b", outputs);
        String product = add("MatMul", name + ".product", Map.of(), x, name + ".weight");
        return add("Add", name, Map.of(), product, name + ".bias");
    }

    private String number(String name, float value) {
        return graph.constant(name, Tensor.floats(new float[] {value}));
    }

    private String add(String op, String output, Map<String, Object> attributes, String... inputs) {
        return graph.add(op, output, attributes, inputs);
    }

    /** Small enough that values stay near 1 through all layers. */
    private String random(String name, String key, long... shape) {
        double scale = shape.length == 1 ? 0.5 : Math.sqrt((double) shape[shape.length - 1] / BenchGraph.size(shape));
        return graph.random(name, key, scale, shape);
    }
}
