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

/** A network with one of each of ResNet-50's convolution shapes and random weights, for 224 x 224 images. */
final class BottleneckNetwork {
    private static final int[] WIDTHS = {64, 128, 256, 512};
    private static final int CLASSES = 1000;

    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    private BottleneckNetwork() {}

    /** Writes the model to a temporary file. */
    static Path write() throws IOException {
        Path file = Files.createTempFile("bottlenecks", ".onnx");
        file.toFile().deleteOnExit();
        OnnxWriter.write(new BottleneckNetwork().build(), file);
        return file;
    }

    private Network build() {
        String value = relu(convolution("x", "stem", 3, 64, 7, 2));
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
        constants.put("fc.weight", random("fc", CLASSES, channels));
        add("Gemm", "scores", Map.of("transB", 1L), value, "fc.weight");
        return new Network(
                "bottlenecks",
                13,
                nodes,
                constants,
                List.of(new ValueShape("x", List.of(-1L, 3L, 224L, 224L))),
                List.of(new ValueShape("scores", List.of(-1L, (long) CLASSES))),
                "");
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
        constants.put(name + ".weight", random(name, outputs, channels, kernel, kernel));
        constants.put(name + ".bias", random(name + "b", outputs));
        long pad = kernel / 2;
        Map<String, Object> settings =
                Map.of("pads", new long[] {pad, pad, pad, pad}, "strides", new long[] {stride, stride});
        return add("Conv", name, settings, input, name + ".weight", name + ".bias");
    }

    private String relu(String input) {
        return add("Relu", input + ".relu", Map.of(), input);
    }

    private String add(String op, String output, Map<String, Object> settings, String... inputs) {
        nodes.add(new Node(output, op, List.of(inputs), List.of(output), Attributes.of(settings)));
        return output;
    }

    private static Tensor random(String name, long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        double[] numbers = RandomSource.of(1).child(name).gaussians(size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (numbers[i] / Math.sqrt((double) size / shape[0]));
        }
        return Tensor.floats(values, shape);
    }
}
