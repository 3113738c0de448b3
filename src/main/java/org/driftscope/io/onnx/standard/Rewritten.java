package org.driftscope.io.onnx.standard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import onnx.Onnx.AttributeProto;
import onnx.Onnx.AttributeProto.AttributeType;
import onnx.Onnx.GraphProtoOrBuilder;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;
import onnx.Onnx.TypeProto;
import org.jspecify.annotations.Nullable;

/** Nodes being rewritten, with the constants that this adds. */
final class Rewritten {
    private final GraphProtoOrBuilder graph;
    private final int opset;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, List<Long>> constantShapes = new HashMap<>();
    private final Map<String, TypeProto.Tensor> declared = new HashMap<>();
    private final List<TensorProto> constants = new ArrayList<>();
    private List<NodeProto> nodes;

    Rewritten(GraphProtoOrBuilder graph, List<NodeProto> nodes, int opset) {
        this.graph = graph;
        this.nodes = nodes;
        this.opset = opset;
        nodes.forEach(node -> {
            taken.addAll(node.getInputList());
            taken.addAll(node.getOutputList());
        });
        Stream.of(graph.getInputList(), graph.getValueInfoList(), graph.getOutputList())
                .flatMap(List::stream)
                .forEach(value -> declared.put(value.getName(), value.getType().getTensorType()));
        graph.getInitializerList().forEach(tensor -> {
            constantShapes.put(tensor.getName(), tensor.getDimsList());
            declared.put(
                    tensor.getName(),
                    TypeProto.Tensor.newBuilder()
                            .setElemType(tensor.getDataType())
                            .build());
        });
    }

    GraphProtoOrBuilder graph() {
        return graph;
    }

    int opset() {
        return opset;
    }

    List<NodeProto> nodes() {
        return nodes;
    }

    void replace(List<NodeProto> newNodes) {
        nodes = List.copyOf(newNodes);
    }

    List<TensorProto> constants() {
        return constants;
    }

    /** Sizes of a constant, or null where the value is none. */
    @Nullable
    List<Long> constantShape(String value) {
        return constantShapes.get(value);
    }

    /** Kind of a value's elements where the model declares it, else UNDEFINED. */
    DataType elementType(String value) {
        TypeProto.Tensor type = declared.get(value);
        DataType known = type == null ? null : DataType.forNumber(type.getElemType());
        return known == null ? DataType.UNDEFINED : known;
    }

    /** Says of what kind a value's elements are, where the model leaves it open. */
    void declare(String value, DataType type) {
        declared.putIfAbsent(
                value,
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).build());
    }

    /** The size of an axis of a value of that rank, where the model declares it, else 0. */
    long declaredSize(String value, int rank, int axis) {
        TypeProto.Tensor type = declared.get(value);
        return type != null && type.getShape().getDimCount() == rank
                ? type.getShape().getDim(axis).getDimValue()
                : 0;
    }

    /** A name that no value has yet. */
    String fresh(String wish) {
        String name = wish;
        for (int i = 2; !taken.add(name); i++) {
            name = wish + "#" + i;
        }
        return name;
    }

    /** Adds whole numbers as a constant. @return its name */
    String integers(String wish, long... values) {
        String name = fresh(wish);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64_VALUE)
                .addDims(values.length);
        Arrays.stream(values).forEach(tensor::addInt64Data);
        constants.add(tensor.build());
        return name;
    }

    /** Adds a single whole number, of no axes, as a constant. @return its name */
    String whole(String wish, long value) {
        String name = fresh(wish);
        constants.add(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64_VALUE)
                .addInt64Data(value)
                .build());
        return name;
    }

    /** Adds a single number as a constant. @return its name */
    String number(String wish, float value) {
        String name = fresh(wish);
        constants.add(TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.FLOAT_VALUE)
                .addFloatData(value)
                .build());
        return name;
    }

    static NodeProto.Builder node(String name, String op, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setName(name)
                .setOpType(op)
                .addOutput(output)
                .addAllInput(List.of(inputs));
    }

    static AttributeProto.Builder real(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value);
    }

    static AttributeProto.Builder integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value);
    }

    /** Whether a node has its first inputs, as many as that. */
    static boolean hasInputs(NodeProto node, int count) {
        return node.getInputCount() >= count
                && node.getInputList().subList(0, count).stream().noneMatch(String::isEmpty);
    }

    /** A node's attribute, or null where it has none of that name. */
    static @Nullable AttributeProto attribute(NodeProto node, String name) {
        return node.getAttributeList().stream()
                .filter(attribute -> attribute.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    static long integer(NodeProto node, String name, long otherwise) {
        AttributeProto attribute = attribute(node, name);
        return attribute == null ? otherwise : attribute.getI();
    }

    static float real(NodeProto node, String name, float otherwise) {
        AttributeProto attribute = attribute(node, name);
        return attribute == null ? otherwise : attribute.getF();
    }
}
