package org.driftscope.io.onnx;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import onnx.Onnx.GraphProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.ValueInfoProto;
import org.driftscope.network.Node;
import org.driftscope.network.Tensor;
import org.driftscope.network.ValueShape;
import org.driftscope.support.ModelFormatException;

/** The parts of an ONNX graph as ours: constants, inputs, outputs, and nodes in topological order. */
final class GraphDecoder {
    private static final long FREE = -1;

    private final String file;
    private final GraphProto graph;
    private final TensorDecoder tensors;

    GraphDecoder(Path file, GraphProto graph, TensorDecoder tensors) {
        this.file = file.toString();
        this.graph = graph;
        this.tensors = tensors;
    }

    /** Initializers by name, in the file's order. */
    Map<String, Tensor> constants() {
        if (graph.getSparseInitializerCount() > 0) {
            throw new ModelFormatException(file + " holds sparse initializers, which Driftscope does not support."
                    + " Export the model with dense weights.");
        }
        Map<String, Tensor> constants = new LinkedHashMap<>();
        Set<String> read = new HashSet<>();
        graph.getNodeList().forEach(node -> read.addAll(node.getInputList()));
        for (TensorProto proto : graph.getInitializerList()) {
            boolean isUnusedText = proto.getDataType() == DataType.STRING_VALUE && !read.contains(proto.getName());
            if (isUnusedText) {
                continue;
            }
            if (constants.put(proto.getName(), tensors.decode(proto)) != null) {
                throw new ModelFormatException(file + " holds two initializers named '" + proto.getName()
                        + "'. The graph is damaged: export the model again.");
            }
        }
        return constants;
    }

    /** What must be fed: the graph's inputs without initializers that older files list among them. */
    List<ValueShape> inputs(Set<String> constants) {
        List<ValueShape> inputs = graph.getInputList().stream()
                .filter(value -> !constants.contains(value.getName()))
                .map(GraphDecoder::shape)
                .toList();
        Set<String> names = new HashSet<>();
        for (ValueShape input : inputs) {
            if (!names.add(input.name())) {
                throw new ModelFormatException(file + " has two inputs named '" + input.name()
                        + "'. The graph is damaged: export the model again.");
            }
        }
        return inputs;
    }

    /** What the graph gives; at least one value. */
    List<ValueShape> outputs() {
        if (graph.getOutputCount() == 0) {
            throw new ModelFormatException(
                    file + " declares no output. The file is truncated or damaged: export the" + " model again.");
        }
        return graph.getOutputList().stream().map(GraphDecoder::shape).toList();
    }

    List<Node> nodes(Set<String> constants, List<ValueShape> inputs, List<ValueShape> outputs) {
        List<Node> nodes = new NodeDecoder(file, tensors).decode(graph.getNodeList());
        Set<String> given = inputs.stream().map(ValueShape::name).collect(Collectors.toCollection(HashSet::new));
        given.addAll(constants);
        return TopologicalOrder.sort(
                file, nodes, given, outputs.stream().map(ValueShape::name).toList());
    }

    private static ValueShape shape(ValueInfoProto value) {
        List<Long> dims = value.getType().getTensorType().getShape().getDimList().stream()
                .map(GraphDecoder::size)
                .toList();
        return new ValueShape(value.getName(), dims);
    }

    private static long size(Dimension dim) {
        return dim.getDimValue() > 0 ? dim.getDimValue() : FREE;
    }
}
