package org.driftscope.ui.main;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftscope.io.onnx.OnnxReader;
import org.driftscope.io.onnx.OnnxWriter;
import org.driftscope.network.Attributes;
import org.driftscope.network.Network;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;

/** Networks that are not the bundled one, as files. */
public final class OtherNetworks {
    private OtherNetworks() {}

    /** The sample's network whose last layer is called linear and not fc: another file with names in common. */
    public static Path renamed(Path sample, Path folder) {
        Network network = OnnxReader.read(sample.resolve("model.onnx"));
        Map<String, Tensor> constants = new HashMap<>();
        network.constants().forEach((name, value) -> constants.put(rename(name), value));
        List<Node> nodes = network.nodes().stream()
                .map(node -> new Node(
                        node.name(),
                        node.op(),
                        node.inputs().stream().map(OtherNetworks::rename).toList(),
                        node.outputs(),
                        node.attributes()))
                .toList();
        return write(
                new Network("renamed", network.opset(), nodes, constants, network.inputs(), network.outputs(), ""),
                folder.resolve("renamed.onnx"));
    }

    private static String rename(String name) {
        return name.replaceFirst("^fc\\.", "linear.");
    }

    /** One that takes grey images of 28 x 28. */
    public static Path grey(Path folder) {
        float[] kernel = new float[4 * 9];
        float[] dense = new float[10 * 4];
        for (int i = 0; i < dense.length; i++) {
            kernel[i % kernel.length] = i % 7 - 3;
            dense[i] = i % 5 - 2;
        }
        Map<String, Tensor> constants =
                Map.of("conv.weight", Tensor.floats(kernel, 4, 1, 3, 3), "dense.weight", Tensor.floats(dense, 4, 10));
        List<Node> nodes = List.of(
                new Node("conv", "Conv", List.of("x", "conv.weight"), List.of("c"), Attributes.none()),
                new Node("pool", "GlobalAveragePool", List.of("c"), List.of("p"), Attributes.none()),
                new Node("flatten", "Flatten", List.of("p"), List.of("f"), Attributes.none()),
                new Node("dense", "MatMul", List.of("f", "dense.weight"), List.of("y"), Attributes.none()));
        return write(
                new Network(
                        "grey",
                        13,
                        nodes,
                        constants,
                        List.of(new ValueShape("x", List.of(-1L, 1L, 28L, 28L))),
                        List.of(new ValueShape("y", List.of(-1L, 10L))),
                        ""),
                folder.resolve("grey.onnx"));
    }

    private static Path write(Network network, Path file) {
        OnnxWriter.write(network, file);
        return file;
    }
}
