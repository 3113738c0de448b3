package org.driftscope.bench;

import java.util.Map;
import org.driftscope.network.Tensor;

/** What transformers are made of, as exporters before opset 17 write it: LayerNormalization and Gelu in pieces. */
final class TransformerParts {
    private final BenchGraph graph;

    TransformerParts(BenchGraph graph) {
        this.graph = graph;
    }

    String normalised(String x, String name, int width) {
        Map<String, Object> last = Map.of("axes", new long[] {-1});
        String centred = add("Sub", name + ".centred", Map.of(), x, add("ReduceMean", name + ".mean", last, x));
        String squares = add("Pow", name + ".squares", Map.of(), centred, number("two", 2));
        String variance = add("ReduceMean", name + ".variance", last, squares);
        String sum = add("Add", name + ".sum", Map.of(), variance, number("epsilon", 1e-5f));
        String deviation = add("Sqrt", name + ".deviation", Map.of(), sum);
        String normed = add("Div", name + ".normed", Map.of(), centred, deviation);
        random(name + ".weight", name + "w", width);
        random(name + ".bias", name + "b", width);
        return add("Add", name, Map.of(), add("Mul", name + ".scaled", Map.of(), normed, name + ".weight"), name + ".bias");
    }

    String gelu(String x, String name) {
        String inner = add("Div", name + ".inner", Map.of(), x, number("root", (float) Math.sqrt(2)));
        String erf = add("Erf", name + ".erf", Map.of(), inner);
        String one = add("Add", name + ".one", Map.of(), erf, number("one", 1));
        return add("Mul", name, Map.of(), add("Mul", name + ".x", Map.of(), x, one), number("half", 0.5f));
    }

    /** Rows of patches of 224 x 224 images, {@code size} pixels wide, [batch, patches, width]. */
    String patches(int size, int width) {
        long patches = (224L / size) * (224 / size);
        random("patch.weight", "patch", width, 3, size, size);
        graph.constant("tokens", Tensor.ints(new long[] {0, width, patches}, 3));
        long[] strides = {size, size};
        String value = add("Conv", "patch", Map.of("strides", strides), BenchGraph.IMAGES, "patch.weight");
        value = add("Reshape", "rows", Map.of(), value, "tokens");
        return add("Transpose", "turned", Map.of("perm", new long[] {0, 2, 1}), value);
    }

    /** Class scores of the mean of all patches. */
    void scores(String rows, int width) {
        String mean = add("ReduceMean", "mean", Map.of("axes", new long[] {1}, "keepdims", 0L), normalised(rows, "last", width));
        dense(mean, BenchGraph.SCORES, width, BenchGraph.CLASSES);
    }

    /** A layer up to four times the width and down again, added to what enters it. */
    String perceptron(String x, String name, int width) {
        String inner = dense(normalised(x, name + ".norm", width), name + ".up", width, 4 * width);
        inner = dense(gelu(inner, name + ".gelu"), name + ".down", 4 * width, width);
        return add("Add", name, Map.of(), x, inner);
    }

    String dense(String x, String name, int inputs, int outputs) {
        random(name + ".weight", name + "w", inputs, outputs);
        random(name + ".bias", name + "b", outputs);
        String product = add("MatMul", name + ".product", Map.of(), x, name + ".weight");
        return add("Add", name, Map.of(), product, name + ".bias");
    }

    String number(String name, float value) {
        return graph.constant(name, Tensor.floats(new float[] {value}));
    }

    String add(String op, String output, Map<String, Object> attributes, String... inputs) {
        return graph.add(op, output, attributes, inputs);
    }

    /** A constant small enough that values stay near 1 through all layers. */
    String random(String name, String key, long... shape) {
        double scale = shape.length == 1 ? 0.5 : Math.sqrt((double) shape[shape.length - 1] / BenchGraph.size(shape));
        return graph.random(name, key, scale, shape);
    }
}
