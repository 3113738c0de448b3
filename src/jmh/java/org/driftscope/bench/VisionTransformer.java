package org.driftscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.driftscope.network.Tensor;

/**
 * ViT-B/16's layers (Dosovitskiy et al. 2021, arXiv 2010.11929) with random weights: 12 of width 768 with 12 heads, on the
 * 196 patches of 224 x 224 images. The patches' mean stands for the class token.
 */
final class VisionTransformer {
    private static final int WIDTH = 768;
    private static final int HEADS = 12;
    private static final int PATCHES = 196;
    private static final int DEPTH = 12;

    private final BenchGraph graph = new BenchGraph(6);
    private final TransformerParts parts = new TransformerParts(graph);

    private VisionTransformer() {}

    /** Writes the model to a temporary file of 340 MB. */
    static Path write() throws IOException {
        return new VisionTransformer().build();
    }

    /** @param args the file to write to */
    public static void main(String[] args) throws IOException {
        Files.copy(write(), Path.of(args[0]), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path build() throws IOException {
        graph.constant("heads", Tensor.ints(new long[] {0, PATCHES, HEADS, WIDTH / HEADS}, 4));
        graph.constant("joined", Tensor.ints(new long[] {0, PATCHES, WIDTH}, 3));
        String value = parts.patches(16, WIDTH);
        graph.random("positions", "positions", 0.1, 1, PATCHES, WIDTH);
        value = parts.add("Add", "placed", Map.of(), value, "positions");
        for (int i = 0; i < DEPTH; i++) {
            value = attention(value, "attention" + i);
            value = parts.perceptron(value, "layer" + i, WIDTH);
        }
        parts.scores(value, WIDTH);
        return graph.write("vit");
    }

    private String attention(String x, String name) {
        String normed = parts.normalised(x, name + ".norm", WIDTH);
        String queries = head(normed, name + ".q", 0, 2, 1, 3);
        String keys = head(normed, name + ".k", 0, 2, 3, 1);
        String values = head(normed, name + ".v", 0, 2, 1, 3);
        String products = parts.add("MatMul", name + ".products", Map.of(), queries, keys);
        String scale = parts.number("scale", (float) Math.sqrt((double) HEADS / WIDTH));
        String scaled = parts.add("Mul", name + ".scaled", Map.of(), products, scale);
        String shares = parts.add("Softmax", name + ".shares", Map.of("axis", -1L), scaled);
        String mixed = parts.add("MatMul", name + ".mixed", Map.of(), shares, values);
        String turned = parts.add("Transpose", name + ".turned", Map.of("perm", new long[] {0, 2, 1, 3}), mixed);
        String joined = parts.add("Reshape", name + ".joined", Map.of(), turned, "joined");
        return parts.add("Add", name, Map.of(), x, parts.dense(joined, name + ".out", WIDTH, WIDTH));
    }

    /** [batch, heads, ...] in the order that is asked for. */
    private String head(String x, String name, long... order) {
        String split = parts.add("Reshape", name + ".split", Map.of(), parts.dense(x, name, WIDTH, WIDTH), "heads");
        return parts.add("Transpose", name + ".turned", Map.of("perm", order), split);
    }
}
