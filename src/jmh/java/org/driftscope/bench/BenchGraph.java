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

/** A network of random weights for 224 x 224 images, put together node by node. */
final class BenchGraph {
    /** Name of the input. */
    static final String IMAGES = "x";

    /** Name that the last node's output must have. */
    static final String SCORES = "scores";

    static final int CLASSES = 1000;

    private final Map<String, Tensor> constants = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final long seed;

    BenchGraph(long seed) {
        this.seed = seed;
    }

    /** Appends a node. @return its output */
    String add(String op, String output, Map<String, Object> attributes, String... inputs) {
        nodes.add(new Node(output, op, List.of(inputs), List.of(output), Attributes.of(attributes)));
        return output;
    }

    /** A constant of given values. @return its name */
    String constant(String name, Tensor values) {
        constants.put(name, values);
        return name;
    }

    /**
     * A constant of independent normal numbers.
     *
     * @param key of the random numbers
     * @param scale their standard deviation
     * @return its name
     */
    String random(String name, String key, double scale, long... shape) {
        double[] numbers = RandomSource.of(seed).child(key).gaussians(size(shape));
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * numbers[i]);
        }
        return constant(name, Tensor.floats(values, shape));
    }

    static int size(long... shape) {
        int size = 1;
        for (long dim : shape) {
            size *= (int) dim;
        }
        return size;
    }

    /** Writes the model to a temporary file. */
    Path write(String name) throws IOException {
        Network network = new Network(
                name,
                13,
                nodes,
                constants,
                List.of(new ValueShape(IMAGES, List.of(-1L, 3L, 224L, 224L))),
                List.of(new ValueShape(SCORES, List.of(-1L, (long) CLASSES))),
                "");
        Path file = Files.createTempFile(name, ".onnx");
        file.toFile().deleteOnExit();
        OnnxWriter.write(network, file);
        return file;
    }
}
