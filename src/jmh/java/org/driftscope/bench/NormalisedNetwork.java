package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Layers of two products with LayerNormalization and Gelu in pieces, as exporters before opset 17 write them, on the 196
 * patches of 224 x 224 images: most of its time goes into broadcast element-wise operators.
 */
final class NormalisedNetwork {
    private static final int WIDTH = 192;
    private static final int DEPTH = 6;

    private NormalisedNetwork() {}

    /** Writes the model to a temporary file. */
    static Path write() throws IOException {
        BenchGraph graph = new BenchGraph(5);
        TransformerParts parts = new TransformerParts(graph);
        String value = parts.patches(16, WIDTH);
        for (int i = 0; i < DEPTH; i++) {
            value = parts.perceptron(value, "layer" + i, WIDTH);
        }
        parts.scores(value, WIDTH);
        return graph.write("normalised");
    }
}
