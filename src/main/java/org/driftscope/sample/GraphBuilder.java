package org.driftscope.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.RandomSource;

/** Puts a graph together node by node, with freshly drawn weights. */
final class GraphBuilder {
    private static final int OPSET = 13;

    /** Standard deviation of the logarithm of filter norms within a layer. */
    private static final double NORM_SPREAD = 0.9;

    private final RandomSource random;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Tensor> constants = new LinkedHashMap<>();

    GraphBuilder(RandomSource random) {
        this.random = random;
    }

    /**
     * A convolution without bias, then batch norm. Weights are N(0, 2 / (outputs k k)) (He et al., ICCV 2015), times a
     * log-normal factor a filter. Batch norm undoes the factor, so it changes nothing that is computed; but it leaves the
     * filters of a layer with norms as unequal as long training leaves them, and a crossbar that scales a whole layer by
     * its largest weight then has little range for the small ones.
     *
     * @param weights name of the convolution, e.g. "layer1.0.conv1"
     * @param norm name of the batch norm, e.g. "layer1.0.bn1"
     * @return name of the output
     */
    String convolution(String input, String weights, String norm, int inputs, int outputs, int kernel, int stride) {
        double deviation = Math.sqrt(2.0 / (outputs * kernel * kernel));
        Tensor filters = normal(weights, deviation, outputs, inputs, kernel, kernel);
        scaleInPlace(filters.floats(), random.child(weights).child("norms").gaussians(outputs));
        constants.put(weights + ".weight", filters);
        long pad = kernel / 2;
        String convolved = node(
                "Conv",
                weights,
                Map.of(
                        "kernel_shape", new long[] {kernel, kernel},
                        "strides", new long[] {stride, stride},
                        "pads", new long[] {pad, pad, pad, pad},
                        "dilations", new long[] {1, 1},
                        "group", 1L),
                input,
                weights + ".weight");
        constants.put(norm + ".weight", filled(outputs, 1));
        constants.put(norm + ".bias", filled(outputs, 0));
        constants.put(norm + ".running_mean", filled(outputs, 0));
        constants.put(norm + ".running_var", filled(outputs, 1));
        return node(
                "BatchNormalization",
                norm,
                Map.of("epsilon", 1e-5f, "momentum", 0.9f),
                convolved,
                norm + ".weight",
                norm + ".bias",
                norm + ".running_mean",
                norm + ".running_var");
    }

    /** {@code x W^T + b}; weights are N(0, 1 / inputs). */
    String dense(String input, String name, int inputs, int outputs) {
        constants.put(name + ".weight", normal(name, Math.sqrt(1.0 / inputs), outputs, inputs));
        constants.put(name + ".bias", filled(outputs, 0));
        return node("Gemm", name, Map.of("transB", 1L), input, name + ".weight", name + ".bias");
    }

    /** An operator without settings. */
    String plain(String op, String name, String... inputs) {
        return node(op, name, Map.of(), inputs);
    }

    Network build(String name, ValueShape input, String output, int classes) {
        return new Network(
                name,
                OPSET,
                nodes,
                constants,
                List.of(input),
                List.of(new ValueShape(output, List.of(-1L, (long) classes))),
                "");
    }

    private String node(String op, String name, Map<String, Object> attributes, String... inputs) {
        String output = name + ".out";
        nodes.add(new Node(name, op, List.of(inputs), List.of(output), Attributes.of(attributes)));
        return output;
    }

    private Tensor normal(String name, double deviation, long... shape) {
        int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] normals = random.child(name).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (deviation * normals[i]);
        }
        return Tensor.floats(values, shape);
    }

    /** Multiplies each filter by {@code exp(NORM_SPREAD z)}, z kept within two standard deviations. */
    private static void scaleInPlace(float[] filters, double[] normals) {
        int each = filters.length / normals.length;
        for (int i = 0; i < filters.length; i++) {
            double z = Math.max(-2, Math.min(2, normals[i / each]));
            filters[i] *= (float) StrictMath.exp(NORM_SPREAD * z);
        }
    }

    private static Tensor filled(int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        return Tensor.floats(values, size);
    }
}
