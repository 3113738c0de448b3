package org.driftscope.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import org.driftscope.io.onnx.standard.StandardGraph;
import org.driftscope.network.Network;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.network.op.Operators;

/** One test of ONNX's backend suite: a small graph, what is fed to it and what it must give. */
record SuiteCase(Path folder) {
    /** Corners of a size that a scale leaves broken: here as in ONNX Runtime and PyTorch, by whole sizes. */
    private static final Set<String> BROKEN_CORNERS = Set.of(
            "test_resize_downsample_scales_linear_align_corners", "test_resize_downsample_scales_cubic_align_corners");

    private static final Set<String> SLIDING =
            Set.of("Conv", "ConvTranspose", "MaxPool", "AveragePool", "LpPool", "Col2Im");
    /** Images, channels and three more. */
    private static final int VOLUME_AXES = 5;

    String name() {
        return folder.getFileName().toString();
    }

    Path model() {
        return folder.resolve("model.onnx");
    }

    /** Why the case lies outside what Driftscope runs, or nothing if it must pass. */
    Optional<String> outOfScope() throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(model()));
        int opset = model.getOpsetImportList().stream()
                .filter(entry -> entry.getDomain().isEmpty())
                .mapToInt(entry -> (int) entry.getVersion())
                .max()
                .orElse(1);
        GraphProto graph = model.getGraph();
        boolean tensors = Stream.concat(graph.getInputList().stream(), graph.getOutputList().stream())
                .allMatch(value -> value.getType().hasTensorType());
        if (!tensors) {
            return Optional.of("sequences and optional values");
        }
        for (NodeProto node : StandardGraph.of(name(), model, opset).graph().getNodeList()) {
            if (!node.getDomain().isEmpty() || !Operators.supports(node.getOpType(), opset)) {
                return Optional.of(node.getDomain() + node.getOpType() + " of opset " + opset);
            }
            if (isTraining(node)) {
                return Optional.of(node.getOpType() + " in training mode");
            }
            Optional<String> setting = refusedSetting(node);
            if (setting.isPresent()) {
                return setting;
            }
        }
        if (BROKEN_CORNERS.contains(name())) {
            return Optional.of("corners of broken sizes");
        }
        boolean volumes = graph.getInputCount() > 0
                && VOLUME_AXES
                        <= graph.getInput(0)
                                .getType()
                                .getTensorType()
                                .getShape()
                                .getDimCount()
                && graph.getNodeList().stream().anyMatch(node -> SLIDING.contains(node.getOpType()));
        if (volumes) {
            return Optional.of("windows over three axes");
        }
        boolean numeric = tensors("input_").isPresent() && tensors("output_").isPresent();
        return numeric ? Optional.empty() : Optional.of("element type");
    }

    private static Optional<String> refusedSetting(NodeProto node) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getS().toStringUtf8().equals("tf_crop_and_resize"))
                .map(attribute -> node.getOpType() + " with " + attribute.getName())
                .findFirst();
    }

    private boolean isTraining(NodeProto node) {
        boolean flagged = node.getAttributeList().stream()
                .anyMatch(attribute -> attribute.getName().equals("training_mode") && attribute.getI() != 0);
        boolean random = name().startsWith("test_training_dropout") && !name().contains("zero_ratio");
        return flagged || random;
    }

    /** The tensors of a kind in order, or nothing where one has elements of another type than ours. */
    Optional<List<Tensor>> tensors(String kind) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        for (int i = 0; Files.exists(tensor(kind, i)); i++) {
            Optional<Tensor> tensor = SuiteTensor.read(tensor(kind, i));
            if (tensor.isEmpty()) {
                return Optional.empty();
            }
            tensors.add(tensor.get());
        }
        return Optional.of(tensors);
    }

    private Path tensor(String kind, int index) {
        return folder.resolve("test_data_set_0").resolve(kind + index + ".pb");
    }

    /** The network with all inputs but the first as constants, as in a trained model. */
    static Network withConstants(Network network, List<Tensor> inputs) {
        Map<String, Tensor> constants = new HashMap<>(network.constants());
        for (int i = 1; i < inputs.size(); i++) {
            constants.put(network.inputs().get(i).name(), inputs.get(i));
        }
        List<ValueShape> fed = network.inputs().subList(0, 1);
        return new Network(network.name(), network.opset(), network.nodes(), constants, fed, network.outputs(), "");
    }
}
