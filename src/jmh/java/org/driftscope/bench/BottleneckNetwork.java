package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A network with one of each of ResNet-50's convolution shapes and random weights, for 224 x 224 images. */
final class BottleneckNetwork {
    private static final int[] WIDTHS = {64, 128, 256, 512};

    private final BenchGraph graph = new BenchGraph(1);

    private BottleneckNetwork() {}

    /** Writes the model to a temporary file. */
    static Path write() throws IOException {
        BottleneckNetwork network = new BottleneckNetwork();
        network.build();
        return network.graph.write("bottlenecks");
    }

    private void build() {
        String value = relu(convolution(BenchGraph.IMAGES, "stem", 3, 64, 7, 2));
        value = add(
                "MaxPool",
                "pool",
                Map.of(
                        "kernel_shape", new long[] {3, 3},
                        "strides", new long[] {2, 2},
                        "pads", new long[] {1, 1, 1, 1}),
                value);
        int channels = 64;
        for (int width : WIDTHS) {
            value = block(value, channels, width);
            channels = 4 * width;
        }
        value = add("GlobalAveragePool", "mean", Map.of(), value);
        value = add("Flatten", "flat", Map.of(), value);
        random("fc.weight", "fc", BenchGraph.CLASSES, channels);
        add("Gemm", BenchGraph.SCORES, Map.of("transB", 1L), value, "fc.weight");
    }

    /** 1x1, 3x3 and 1x1 beside a 1x1 shortcut; the first of a stage halves the image. */
    private String block(String input, int channels, int width) {
        int stride = width == WIDTHS[0] ? 1 : 2;
        String name = "stage" + width;
        String inner = relu(convolution(input, name + ".1", channels, width, 1, 1));
        inner = relu(convolution(inner, name + ".2", width, width, 3, stride));
        inner = convolution(inner, name + ".3", width, 4 * width, 1, 1);
        String shortcut = convolution(input, name + ".short", channels, 4 * width, 1, stride);
        return relu(add("Add", name + ".sum", Map.of(), inner, shortcut));
    }

    private String convolution(String input, String name, int channels, int outputs, int kernel, int stride) {
        random(name + ".weight", name, outputs, channels, kernel, kernel);
        random(name + ".bias", name + "b", outputs);
        long pad = kernel / 2;
        Map<String, Object> settings =
                Map.of("pads", new long[] {pad, pad, pad, pad}, "strides", new long[] {stride, stride});
        return add("Conv", name, settings, input, name + ".weight", name + ".bias");
    }

    private String relu(String input) {
        return add("Relu", input + ".relu", Map.of(), input);
    }

    private String add(String op, String output, Map<String, Object> settings, String... inputs) {
        return graph.add(op, output, settings, inputs);
    }

    private String random(String name, String key, long... shape) {
        return graph.random(name, key, 1 / Math.sqrt((double) BenchGraph.size(shape) / shape[0]), shape);
    }
}
